/** The report as it is analysed: an immutable text with typed layers, and what an annotator is. Plain Java. */
@NullMarked
package io.averment.analysis.document;

import org.jspecify.annotations.NullMarked;
