package io.averment.analysis.conflict;

import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds facts of a report that do not agree: a stated length against the days it is made of, two days for the same, a total against
 * its parts. Thread-safe; linear in the text and in the pairs of at most so many commitments as {@link Undertakings} keeps.
 */
public final class ConflictAnnotator implements Annotator<Conflict> {

    /** How many are told of; a text with more says nothing that can be trusted. */
    private static final int MOST_CONFLICTS = 50;

    /** Lengths first, then deadlines, then totals, then lengths that were given on a day, each in the order of the text. */
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
        List<Conflict> conflicts = new ArrayList<>();
        new Durations(document, words, undertakings).read(conflicts);
        new Stretches(document, words, undertakings).read(conflicts);
        new Deadlines(undertakings).read(conflicts);
        new Totals(undertakings).read(conflicts);
        new Sums(document, words, undertakings).read(conflicts);
        new Grants(document, words, undertakings).read(conflicts);
        return List.copyOf(conflicts.subList(0, Math.min(conflicts.size(), MOST_CONFLICTS)));
    }
}
