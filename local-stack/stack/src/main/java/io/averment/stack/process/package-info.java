/** Processes that never outlive the one that asked for them: a guardian starts them, and ends them when its owner is gone. */
@NullMarked
package io.averment.stack.process;

import org.jspecify.annotations.NullMarked;
