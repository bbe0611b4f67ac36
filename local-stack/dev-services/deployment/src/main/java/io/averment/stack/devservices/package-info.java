/** Gives dev mode and tests the real servers of local-stack, at build time of the application only. */
@NullMarked
package io.averment.stack.devservices;

import org.jspecify.annotations.NullMarked;
