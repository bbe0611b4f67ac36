/** The command {@code run}: everything on this machine, from the start to Ctrl-C. */
@NullMarked
package io.averment.stack.run;

import org.jspecify.annotations.NullMarked;
