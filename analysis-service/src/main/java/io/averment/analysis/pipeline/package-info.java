/** The annotators in their order, what a run of them answers, and the fingerprint. Plain Java. */
@NullMarked
package io.averment.analysis.pipeline;

import org.jspecify.annotations.NullMarked;
