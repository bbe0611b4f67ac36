package io.averment.analysis.pipeline;

/**
 * An annotator that is not essential failed; its layer is empty.
 *
 * @param annotator its name
 * @param reason a code, without text of the report
 */
public record Degradation(String annotator, String reason) {}
