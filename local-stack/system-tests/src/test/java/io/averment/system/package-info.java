/** The packaged services and the real servers, from outside. */
@NullMarked
package io.averment.system;

import org.jspecify.annotations.NullMarked;
