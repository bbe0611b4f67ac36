package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.List;

/**
 * How well the commitments of passages were found, summed over passages, by the rules of {@code corpus/commitments/README.md}. All
 * figures are percentages. Not thread-safe.
 */
final class CommitmentScore {

    private long marked;
    private long found;
    private long paired;
    private long bothRight;
    private long actors;
    private long deadlines;
    private long strengths;
    private long negations;
    private long announced;
    private long announcers;
    private final Facet outcomes = new Facet();
    private final Facet phases = new Facet();
    private final Facet objects = new Facet();
    private final Facet places = new Facet();
    private final Facet conditions = new Facet();

    /** Something that a commitment may have or not. */
    private static final class Facet {
        private long marked;
        private long found;
        private long right;

        void add(boolean isMarked, boolean isFound, boolean isRight) {
            marked += isMarked ? 1 : 0;
            found += isFound ? 1 : 0;
            right += isMarked && isFound && isRight ? 1 : 0;
        }

        double f1() {
            return StatementScore.percent(2 * right, marked + found);
        }
    }

    void add(GoldPassage passage, List<FoundCommitment> answer) {
        CommitmentComparison comparison = new CommitmentComparison(passage, answer);
        marked += passage.commitments().size();
        found += answer.size();
        for (int i = 0; i < passage.commitments().size(); i++) {
            if (comparison.pairing().isGoldPaired(i)) {
                addPair(comparison, i);
            }
        }
    }

    private void addPair(CommitmentComparison comparison, int number) {
        GoldCommitment gold = comparison.gold().commitments().get(number);
        GoldCommitment.Reading wanted = gold.reading();
        FoundCommitment answer = comparison.foundFor(number);
        GoldCommitment.Reading given = answer.reading();
        boolean isActor = comparison.isActorRight(number);
        boolean isDeadline = comparison.isDeadlineRight(number);
        paired++;
        actors += isActor ? 1 : 0;
        deadlines += isDeadline ? 1 : 0;
        bothRight += isActor && isDeadline ? 1 : 0;
        strengths += wanted.strength() == given.strength() ? 1 : 0;
        negations += wanted.negated() == given.negated() ? 1 : 0;
        if (!gold.announcer().isEmpty()) {
            announced++;
            announcers += comparison.isAnnouncerRight(number) ? 1 : 0;
        }
        outcomes.add(wanted.outcome() != null, given.outcome() != null, wanted.outcome() == given.outcome());
        phases.add(wanted.phase() > 0, given.phase() > 0, wanted.phase() == given.phase());
        addWords(objects, comparison, gold.object(), answer.object());
        addWords(places, comparison, gold.places(), answer.places());
        addWords(conditions, comparison, gold.condition(), answer.condition());
    }

    private static void addWords(Facet of, CommitmentComparison comparison, List<Span> marked, List<Span> found) {
        of.add(!marked.isEmpty(), !found.isEmpty(), comparison.touches(marked, found));
    }

    /** F1 of commitments found at all. */
    double foundF1() {
        return StatementScore.percent(2 * paired, marked + found);
    }

    /** F1 of commitments found with the right actor and the right deadline. */
    double actorAndDeadlineF1() {
        return StatementScore.percent(2 * bothRight, marked + found);
    }

    /** The share of those found that have the right actor. */
    double actors() {
        return StatementScore.percent(actors, paired);
    }

    /** The share of those found that have the right deadline. */
    double deadlines() {
        return StatementScore.percent(deadlines, paired);
    }

    /** The share of those found that have the right strength. */
    double strengths() {
        return StatementScore.percent(strengths, paired);
    }

    /** The share of those found with the right answer to whether it is an undertaking not to. */
    double negations() {
        return StatementScore.percent(negations, paired);
    }

    /** The share of those found and announced by somebody that have the right announcer. */
    double announcers() {
        return StatementScore.percent(announcers, announced);
    }

    /** F1 of outcomes among those found. */
    double outcomesF1() {
        return outcomes.f1();
    }

    /** F1 of orders of phases among those found. */
    double phasesF1() {
        return phases.f1();
    }

    /** F1 of objects among those found: right if they share a character. */
    double objectsF1() {
        return objects.f1();
    }

    /** F1 of places among those found, all places of a commitment counting as one. */
    double placesF1() {
        return places.f1();
    }

    /** F1 of conditions among those found. */
    double conditionsF1() {
        return conditions.f1();
    }
}
