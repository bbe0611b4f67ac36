package io.averment.analysis.commitment;

import io.averment.analysis.document.Span;

/**
 * What an act is told to depend on or to follow.
 *
 * @param span with its conjunction
 * @param binding whether the act is undertaken only in that case
 */
record Condition(Span span, boolean binding) {}
