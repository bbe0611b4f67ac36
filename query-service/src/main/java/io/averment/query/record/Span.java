package io.averment.query.record;

/** A stretch of an article's text: half-open, in Unicode code points, with the exact words that stand there. */
public record Span(int start, int end, String text) {}
