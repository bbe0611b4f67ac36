package io.averment.analysis.time;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Finds the words that say when, how long or how often, and reads what they mean. Thread-safe, linear in the text. */
public final class TimeAnnotator implements Annotator<TimeExpression> {

    /** Ordered by position, not overlapping. */
    public static final Layer<TimeExpression> TIMES = new Layer<>("times", TimeExpression.class);

    private final TimeRules rules = TimeRules.load();

    @Override
    public String name() {
        return "times";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Layer<TimeExpression> produces() {
        return TIMES;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                TokenizationAnnotator.SENTENCE_TOKENS,
                SyntaxAnnotator.SYNTAX,
                NameAnnotator.NAMES,
                QuotationAnnotator.QUOTATIONS);
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
        return rules.files();
    }

    @Override
    public List<TimeExpression> annotate(Document document) {
        Finder finder = new Finder(document, rules);
        List<Finding> findings = finder.find();
        String publishedAt = document.report().publishedAt();
        LocalDate publication =
                publishedAt == null ? null : PublicationDate.day(publishedAt).orElse(null);
        boolean narrative = Narratives.isNarrative(findings, publication);
        DateOrder order = DateOrder.of(finder.orders(), findings, publication);
        boolean ofThePast = narrative && publication != null && Narratives.isOfThePast(findings, publication);
        Timeline timeline = new Timeline(publication, narrative ? Narratives.years(findings) : null, ofThePast, order);
        return new Resolution(rules, timeline).resolve(findings);
    }
}
