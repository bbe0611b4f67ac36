package io.averment.query.record;

/** A stretch of an article's text: half-open, in Unicode code points. */
public record Extent(int start, int end) {}
