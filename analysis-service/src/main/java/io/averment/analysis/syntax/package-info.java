/** Parts of speech, lemmas and dependencies of sentences, with models trained by the package {@code training}. Plain Java. */
@NullMarked
package io.averment.analysis.syntax;

import org.jspecify.annotations.NullMarked;
