/** The three servers together, and where they are reached. */
@NullMarked
package io.averment.stack.servers;

import org.jspecify.annotations.NullMarked;
