package io.averment.analysis.pipeline;

/** What a run of the pipeline ended in. */
public sealed interface Outcome {

    /** An analysis, perhaps degraded. */
    record Completed(Analysis analysis) implements Outcome {}

    /**
     * An essential annotator failed.
     *
     * @param annotator its name
     * @param cause what it threw; its message may hold text of the report, so it goes into no log and no answer
     */
    record Failed(String annotator, RuntimeException cause) implements Outcome {}
}
