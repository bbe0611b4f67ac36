/** Stretches of text between quotation marks. Plain Java. */
@NullMarked
package io.averment.analysis.quotation;

import org.jspecify.annotations.NullMarked;
