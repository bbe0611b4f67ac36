/** The command {@code dead-letters}: messages that could not be processed, and sending them again. */
@NullMarked
package io.averment.stack.deadletters;

import org.jspecify.annotations.NullMarked;
