/** What was typed after {@code ./averment}. */
@NullMarked
package io.averment.stack.commandline;

import org.jspecify.annotations.NullMarked;
