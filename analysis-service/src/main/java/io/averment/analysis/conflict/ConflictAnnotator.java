package io.averment.analysis.conflict;

import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.List;
import java.util.Set;

/**
 * Finds facts of a report that do not agree: a stated length against the days it is made of, two days for the same, a total against
 * its parts. Thread-safe; linear in the text and in the pairs of at most so many commitments as {@link Undertakings} keeps.
 */
public final class ConflictAnnotator implements Annotator<Conflict> {

    /**
     * At most so many as {@link Findings} keeps, by where the first of their facts stands in the text; where there are more, lengths are kept before
     * deadlines, and these before totals and lengths that were given on a day.
     */
    public static final Layer<Conflict> CONFLICTS = new Layer<>("conflicts", Conflict.class);

    private final KnowledgeFile wordFile = KnowledgeFile.load("conflict-words.tsv");
    private final Quantities quantities = Quantities.load();
    private final KnowledgeFile timeWordFile = KnowledgeFile.load("times/words.tsv");
    private final ConflictWords words = new ConflictWords(wordFile, timeWordFile);

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public String version() {
        return "3";
    }

    @Override
    public Layer<Conflict> produces() {
        return CONFLICTS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                TokenizationAnnotator.SENTENCE_TOKENS,
                SyntaxAnnotator.SYNTAX,
                TimeAnnotator.TIMES,
                CommitmentAnnotator.COMMITMENTS);
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
        return List.of(wordFile, timeWordFile, quantities.file());
    }

    @Override
    public List<Conflict> annotate(Document document) {
        boolean committed = !document.get(CommitmentAnnotator.COMMITMENTS).isEmpty();
        if (!committed && document.get(TimeAnnotator.TIMES).stream().allMatch(time -> Length.of(time) == null)) {
            return List.of();
        }
        Undertakings undertakings = new Undertakings(document, words, quantities);
        Findings findings = new Findings(document);
        new Durations(document, words, undertakings).read(findings);
        new Stretches(document, words, undertakings).read(findings);
        new Deadlines(undertakings).read(findings);
        new Totals(undertakings).read(findings);
        new Sums(document, words, undertakings).read(findings);
        new Grants(document, words, undertakings).read(findings);
        return findings.sorted();
    }
}
