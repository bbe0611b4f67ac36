package io.averment.analysis.pipeline;

import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.conflict.ConflictAnnotator;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.language.LanguageAnnotator;
import io.averment.analysis.language.Languages;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.Abbreviations;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.sentence.TokenAnnotator;
import io.averment.analysis.statement.StatementAnnotator;
import io.averment.analysis.statement.StatementWords;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.token.TokenLexicon;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.List;

/** The one place that says which annotators run, and in which order. */
public final class StandardPipeline {

    private StandardPipeline() {}

    /**
     * Builds the pipeline, reading its knowledge files and models (some hundred milliseconds).
     *
     * @throws io.averment.analysis.knowledge.KnowledgeException if a knowledge file is missing or broken
     * @throws io.averment.analysis.model.ModelException if a model is
     */
    public static Pipeline build() {
        return build(List.of());
    }

    /**
     * Builds the pipeline with files that a deployment adds to the knowledge base.
     *
     * @throws io.averment.analysis.knowledge.KnowledgeException if a knowledge file is missing or broken
     * @throws io.averment.analysis.model.ModelException if a model is
     */
    public static Pipeline build(List<KnowledgeFile> additions) {
        // The two models take half of the time, and nothing that is read beside them.
        Loading<SyntaxAnnotator> syntax = Loading.of(SyntaxAnnotator::load);
        Loading<NameAnnotator> names = Loading.of(NameAnnotator::load);
        KnowledgeBase base = KnowledgeBase.load(additions);
        Abbreviations abbreviations = Abbreviations.load();
        StatementWords statementWords = StatementWords.load();
        return new Pipeline(List.of(
                new LanguageAnnotator(Languages.load()),
                new ParagraphAnnotator(),
                new TokenAnnotator(abbreviations),
                new SentenceAnnotator(abbreviations),
                new TokenizationAnnotator(TokenLexicon.load(abbreviations)),
                syntax.join(),
                names.join(),
                new QuotationAnnotator(),
                new TimeAnnotator(),
                new StatementAnnotator(statementWords),
                new CoreferenceAnnotator(base),
                new CommitmentAnnotator(statementWords),
                new ConflictAnnotator()));
    }
}
