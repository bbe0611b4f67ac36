/** The sample reports: sending them, and the record that must come out. */
@NullMarked
package io.averment.stack.samples;

import org.jspecify.annotations.NullMarked;
