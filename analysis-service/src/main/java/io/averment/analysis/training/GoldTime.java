package io.averment.analysis.training;

import io.averment.analysis.document.Span;

/**
 * A time expression as a corpus marks it.
 *
 * @param type DATE, TIME, DURATION or SET
 * @param value as TIMEX3 writes it
 */
record GoldTime(Span span, String type, String value) {}
