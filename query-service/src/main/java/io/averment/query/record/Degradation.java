package io.averment.query.record;

/** An optional step that failed, and why: its layer is missing from the analysis. */
public record Degradation(String annotator, String reason) {}
