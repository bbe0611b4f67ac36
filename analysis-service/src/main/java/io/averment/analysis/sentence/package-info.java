/** Paragraphs, tokens and sentences of news prose. Plain Java. */
@NullMarked
package io.averment.analysis.sentence;

import org.jspecify.annotations.NullMarked;
