package io.averment.analysis;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Degradation;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import java.util.List;

/** Runs the standard pipeline for tests. */
public final class Analyses {

    public static final Pipeline PIPELINE = StandardPipeline.build();

    private Analyses() {}

    public static Analysis of(String text) {
        return of(new Report(text, 0, null, null, null));
    }

    public static Analysis of(Report report) {
        return switch (PIPELINE.analyse(report)) {
            case Outcome.Completed(Analysis analysis) -> whole(analysis);
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new AssertionError("The annotator " + annotator + " failed", cause);
        };
    }

    /** An optional annotator that fails is a fault of it, whatever the text. */
    private static Analysis whole(Analysis analysis) {
        for (Degradation degradation : analysis.degraded()) {
            if (degradation.reason().equals(Degradation.ANNOTATOR_FAILED)) {
                throw new AssertionError("The annotator " + degradation.annotator() + " failed");
            }
        }
        return analysis;
    }

    /** The words of each span of a layer. */
    public static List<String> words(String text, Layer<Span> layer) {
        Document document = of(text).document();
        return document.get(layer).stream().map(span -> span.of(text)).toList();
    }
}
