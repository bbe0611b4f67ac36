package io.averment.analysis.token;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.sentence.SentenceAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of each sentence, one item a sentence, in the order of the sentences. Thread-safe, linear. */
public final class TokenizationAnnotator implements Annotator<SentenceTokens> {

    /** As many items as {@link SentenceAnnotator#SENTENCES}; none is without a token. */
    public static final Layer<SentenceTokens> SENTENCE_TOKENS = new Layer<>("sentence-tokens", SentenceTokens.class);

    private final TokenLexicon lexicon;
    private final Tokenizer tokenizer;

    public TokenizationAnnotator(TokenLexicon lexicon) {
        this.lexicon = lexicon;
        this.tokenizer = new Tokenizer(lexicon);
    }

    @Override
    public String name() {
        return "sentence-tokens";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<SentenceTokens> produces() {
        return SENTENCE_TOKENS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(SentenceAnnotator.SENTENCES);
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return lexicon.files();
    }

    @Override
    public List<SentenceTokens> annotate(Document document) {
        List<SentenceTokens> tokens = new ArrayList<>();
        for (Span sentence : document.get(SentenceAnnotator.SENTENCES)) {
            tokens.add(tokenizer.tokens(document.text(), sentence));
        }
        return tokens;
    }
}
