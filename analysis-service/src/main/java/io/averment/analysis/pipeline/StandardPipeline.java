package io.averment.analysis.pipeline;

import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.Abbreviations;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.sentence.TokenAnnotator;
import io.averment.analysis.statement.StatementAnnotator;
import java.util.List;

/** The one place that says which annotators run, and in which order. */
public final class StandardPipeline {

    private StandardPipeline() {}

    /**
     * Builds the pipeline, reading its knowledge files (some milliseconds).
     *
     * @throws io.averment.analysis.knowledge.KnowledgeException if a knowledge file is missing or broken
     */
    public static Pipeline build() {
        Abbreviations abbreviations = Abbreviations.load();
        return new Pipeline(List.of(
                new ParagraphAnnotator(),
                new TokenAnnotator(abbreviations),
                new SentenceAnnotator(abbreviations),
                new QuotationAnnotator(),
                new StatementAnnotator()));
    }
}
