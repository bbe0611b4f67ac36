package io.averment.analysis.name;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.model.Model;
import io.averment.analysis.token.SentenceTokens;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the names of a text and their types. Thread-safe; linear in the tokens. A "sentence" of more than {@value #LONGEST} tokens is no
 * prose and is read in stretches of so many, so that memory beside the text's own is bounded.
 */
public final class NameAnnotator implements Annotator<Name> {

    /** Ordered by position, not overlapping. */
    public static final Layer<Name> NAMES = new Layer<>("names", Name.class);

    private static final int LONGEST = 400;

    private final NameTagger tagger;
    private final KnowledgeFile knowledge;

    private NameAnnotator(NameTagger tagger, KnowledgeFile knowledge) {
        this.tagger = tagger;
        this.knowledge = knowledge;
    }

    /**
     * With the model of the class path (some tens of milliseconds).
     *
     * @throws io.averment.analysis.model.ModelException if it is missing or broken
     */
    public static NameAnnotator load() {
        return of(Model.load(NameModel.NAME));
    }

    /**
     * @throws io.averment.analysis.model.ModelException if it is no model of names
     */
    public static NameAnnotator of(Model model) {
        return new NameAnnotator(NameModel.of(model).tagger(), model.asKnowledge());
    }

    @Override
    public String name() {
        return "names";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<Name> produces() {
        return NAMES;
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
    public List<Name> annotate(Document document) {
        List<SentenceTokens> sentences = document.get(TokenizationAnnotator.SENTENCE_TOKENS);
        int count = sentences.stream().mapToInt(SentenceTokens::size).sum();
        String[] words = new String[count];
        Span[] spans = new Span[count];
        IntStream.Builder ends = IntStream.builder();
        int token = 0;
        for (SentenceTokens sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                words[token] = sentence.of(document.text(), i);
                spans[token++] = sentence.span(i);
                if (i + 1 == sentence.size() || (i + 1) % LONGEST == 0) {
                    ends.add(token);
                }
            }
        }
        return names(tagger.tag(words, ends.build().toArray()), spans);
    }

    static List<Name> names(int[] labels, Span[] spans) {
        List<Name> names = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < labels.length; i++) {
            if (Labels.isFresh(labels[i])) {
                first = i;
            }
            if (labels[i] != Labels.OUTSIDE && !Labels.isOpen(labels[i])) {
                names.add(new Name(new Span(spans[first].start(), spans[i].end()), Labels.type(labels[i])));
            }
        }
        return names;
    }
}
