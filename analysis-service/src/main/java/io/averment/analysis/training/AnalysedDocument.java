package io.averment.analysis.training;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;

/** A report with all that a pipeline says about it. */
final class AnalysedDocument {

    private AnalysedDocument() {}

    /** @throws IllegalStateException if an annotator fails: figures of what is left would say nothing */
    static Document of(Pipeline pipeline, Report report) {
        return switch (pipeline.analyse(report)) {
            case Outcome.Completed(var analysis) -> analysis.document();
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new IllegalStateException("The annotator " + annotator + " failed", cause);
        };
    }
}
