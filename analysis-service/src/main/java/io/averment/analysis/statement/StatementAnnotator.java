package io.averment.analysis.statement;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads who said what, from the trees of sentences and from quotation marks. Thread-safe; linear in the text, up to a binary search
 * for each quotation.
 */
public final class StatementAnnotator implements Annotator<Statement> {

    /** Ordered by position. */
    public static final Layer<Statement> STATEMENTS = new Layer<>("statements", Statement.class);

    private final CueLexicon lexicon = CueLexicon.load();
    private final Media media = new Media();
    private final Hedges hedges = new Hedges();
    private final StatementWords words;
    private final KnowledgeFile labelFile = KnowledgeFile.load("headline-labels.txt");
    private final Set<String> labels = labelFile.words();

    /** @param words the classes of words that the reading looks for */
    public StatementAnnotator(StatementWords words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Layer<Statement> produces() {
        return STATEMENTS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                ParagraphAnnotator.PARAGRAPHS,
                TokenizationAnnotator.SENTENCE_TOKENS,
                SyntaxAnnotator.SYNTAX,
                NameAnnotator.NAMES,
                QuotationAnnotator.QUOTATIONS,
                TimeAnnotator.TIMES);
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
        List<KnowledgeFile> files = new ArrayList<>(lexicon.files());
        files.addAll(media.files());
        files.addAll(hedges.files());
        files.addAll(words.files());
        files.add(labelFile);
        return List.copyOf(files);
    }

    @Override
    public List<Statement> annotate(Document document) {
        ParsedText text = new ParsedText(document, words);
        List<Draft> drafts = new ArrayList<>();
        Turns turns = new Turns(text, labels);
        turns.read(drafts);
        turns.readHeadline(drafts);
        for (int i = 0; i < text.sentences.size(); i++) {
            new IndirectReading(text, i, lexicon, media).read(drafts);
        }
        new ListReading(text, lexicon, drafts).read();
        new QuotationReading(text, lexicon, drafts).read();
        return new StatementWriter(document, text, hedges, media).write(drafts);
    }
}
