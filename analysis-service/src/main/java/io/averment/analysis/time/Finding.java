package io.averment.analysis.time;

import io.averment.analysis.document.Span;

/**
 * A match before it is resolved.
 *
 * @param direction of its clause
 * @param sentence its number
 */
record Finding(Span span, Fields fields, Direction direction, int sentence) {}
