package io.averment.analysis.syntax;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.model.Model;
import io.averment.analysis.token.SentenceTokens;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tags and parses each sentence. Thread-safe, linear. */
public final class SyntaxAnnotator implements Annotator<ParsedSentence> {

    /** As many items as {@link TokenizationAnnotator#SENTENCE_TOKENS}, each of as many tokens. */
    public static final Layer<ParsedSentence> SYNTAX = new Layer<>("syntax", ParsedSentence.class);

    private final KnowledgeFile knowledge;
    private final SyntaxModel model;

    public SyntaxAnnotator(Model model) {
        this.knowledge = model.asKnowledge();
        this.model = SyntaxModel.read(model);
    }

    /**
     * With the model that ships with the service.
     *
     * @throws io.averment.analysis.model.ModelException if it is missing or damaged
     */
    public static SyntaxAnnotator load() {
        return new SyntaxAnnotator(Model.load(SyntaxModel.NAME));
    }

    @Override
    public String name() {
        return "syntax";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Layer<ParsedSentence> produces() {
        return SYNTAX;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(TokenizationAnnotator.SENTENCE_TOKENS);
    }

    @Override
    public boolean isEssential() {
        return false;
    }

    @Override
    public boolean isEnglishOnly() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return List.of(knowledge);
    }

    @Override
    public List<ParsedSentence> annotate(Document document) {
        List<ParsedSentence> sentences = new ArrayList<>();
        Workspace work = model.workspace();
        for (SentenceTokens tokens : document.get(TokenizationAnnotator.SENTENCE_TOKENS)) {
            SentenceSyntax syntax =
                    model.analyse(tokens.forms(document.text()), Dateline.length(document.text(), tokens), work);
            sentences.add(new ParsedSentence(document.text(), tokens, syntax));
        }
        return sentences;
    }
}
