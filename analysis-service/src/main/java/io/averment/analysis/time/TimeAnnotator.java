package io.averment.analysis.time;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.List;
import java.util.Set;

/** Finds the words that say when, how long or how often, and reads what they mean. Thread-safe, linear in the text. */
public final class TimeAnnotator implements Annotator<TimeExpression> {

    /** Ordered by position, not overlapping. */
    public static final Layer<TimeExpression> TIMES = new Layer<>("times", TimeExpression.class);

    @Override
    public String name() {
        return "times";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<TimeExpression> produces() {
        return TIMES;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                ParagraphAnnotator.PARAGRAPHS,
                TokenizationAnnotator.SENTENCE_TOKENS,
                SyntaxAnnotator.SYNTAX,
                NameAnnotator.NAMES);
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
        return List.of();
    }

    @Override
    public List<TimeExpression> annotate(Document document) {
        return List.of();
    }
}
