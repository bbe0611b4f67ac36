package io.averment.analysis.statement;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.sentence.TokenAnnotator;
import java.util.List;
import java.util.Set;

/**
 * Makes statements of quotations and finds who the sentence itself names as their speaker. Pronouns stay unresolved, and so does a
 * quotation in whose sentence nobody is named. Thread-safe, linear up to a binary search for each quotation.
 */
public final class StatementAnnotator implements Annotator<Statement> {

    /** Ordered by position. */
    public static final Layer<Statement> STATEMENTS = new Layer<>("statements", Statement.class);

    private final Lexicon lexicon = new Lexicon();

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<Statement> produces() {
        return STATEMENTS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                ParagraphAnnotator.PARAGRAPHS,
                TokenAnnotator.TOKENS,
                SentenceAnnotator.SENTENCES,
                QuotationAnnotator.QUOTATIONS);
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public boolean isEnglishOnly() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return lexicon.files();
    }

    @Override
    public List<Statement> annotate(Document document) {
        if (document.get(QuotationAnnotator.QUOTATIONS).isEmpty()) {
            return List.of();
        }
        Words words = new Words(document.text(), document.get(TokenAnnotator.TOKENS), lexicon);
        Attributions attributions = new Attributions(words);
        List<Draft> drafts = new Gathering(attributions, words).of(new Places(document, words).all());
        StatementWriter writer = new StatementWriter(document, words);
        drafts.forEach(writer::write);
        return writer.statements();
    }
}
