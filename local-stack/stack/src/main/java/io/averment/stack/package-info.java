/** The commands behind {@code ./averment} that need running servers. */
@NullMarked
package io.averment.stack;

import org.jspecify.annotations.NullMarked;
