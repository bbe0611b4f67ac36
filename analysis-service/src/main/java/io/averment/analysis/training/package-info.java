/** Training and evaluation of the models: corpora, scores and the commands {@code train} and {@code evaluate}. Plain Java. */
@NullMarked
package io.averment.analysis.training;

import org.jspecify.annotations.NullMarked;
