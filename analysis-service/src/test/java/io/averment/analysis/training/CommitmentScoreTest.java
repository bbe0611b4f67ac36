package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.commitment.Outcome;
import io.averment.analysis.commitment.Strength;
import io.averment.analysis.document.Span;
import io.averment.analysis.training.GoldCommitment.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitmentScoreTest {

    private static final String TEXT =
            "Mara Voss said the port will reopen in June and that wages rise soon if it can.";
    private static final LocalDate END_OF_JUNE = LocalDate.of(2024, 6, 30);
    private static final List<Span> NOTHING = List.of();
    private static final Reading PLAIN = new Reading(Strength.FIRM, null, null, 0, null, false);
    private static final Reading IN_JUNE = new Reading(Strength.FIRM, "2024-06", END_OF_JUNE, 0, null, false);

    private final GoldCommitment reopening = gold("c1", "reopen", "the port", span("in June"), IN_JUNE);
    private final GoldCommitment rise = gold("c2", "rise", "wages", span("soon"), PLAIN);

    private static List<Span> span(String words) {
        int start = TEXT.indexOf(words);
        return List.of(new Span(start, start + words.length()));
    }

    private static GoldCommitment gold(String id, String act, String actor, List<Span> deadline, Reading reading) {
        return new GoldCommitment(
                id, span(act), span(actor), span("Mara Voss"), NOTHING, NOTHING, deadline, NOTHING, reading);
    }

    private static FoundCommitment found(String act, String actor, List<Span> deadline, Reading reading) {
        return found(act, new FoundCommitment.Party(span(actor), null), deadline, reading);
    }

    private static FoundCommitment found(
            String act, FoundCommitment.Party actor, List<Span> deadline, Reading reading) {
        return new FoundCommitment(
                span(act), actor, FoundCommitment.Party.NONE, NOTHING, NOTHING, deadline, NOTHING, reading);
    }

    private static CommitmentScore score(List<GoldCommitment> gold, FoundCommitment... found) {
        CommitmentScore score = new CommitmentScore();
        score.add(new GoldPassage("p", LocalDate.of(2024, 5, 14), TEXT, 0, gold), List.of(found));
        return score;
    }

    private static double deadlineOf(GoldCommitment gold, List<Span> words, @Nullable String edtf, LocalDate latest) {
        Reading reading = new Reading(Strength.FIRM, edtf, latest, 0, null, false);
        return score(List.of(gold), found("reopen", "the port", words, reading)).deadlines();
    }

    @Test
    void countFoundAndInvented() {
        CommitmentScore score = score(
                List.of(reopening, rise),
                found("reopen in June", "the port", span("in June"), IN_JUNE),
                found("said", "Mara Voss", NOTHING, PLAIN));
        assertEquals(100 * 2.0 / 4, score.foundF1());
        assertEquals(100 * 2.0 / 4, score.actorAndDeadlineF1());
    }

    @Test
    void pairByHalfOfShorterAct() {
        assertEquals(
                100,
                score(List.of(rise), found("wages rise soon", "wages", span("soon"), PLAIN))
                        .foundF1());
        assertEquals(
                100,
                score(List.of(rise), found("ri", "wages", span("soon"), PLAIN)).foundF1());
        assertEquals(
                0,
                score(List.of(rise), found("e soon", "wages", NOTHING, PLAIN)).foundF1());
    }

    @Test
    void leaveDeadlineAndConditionOutOfActs() {
        List<GoldCommitment> gold = List.of(rise);
        assertEquals(
                100,
                score(gold, found("rise soon", "wages", span("soon"), PLAIN)).foundF1());
        assertEquals(
                0,
                score(gold, found("e soon if it can", "wages", NOTHING, PLAIN)).foundF1());
        FoundCommitment taken = new FoundCommitment(
                span("rise soon if it can"),
                FoundCommitment.Party.NONE,
                FoundCommitment.Party.NONE,
                NOTHING,
                NOTHING,
                span("soon"),
                span("if it can"),
                PLAIN);
        assertEquals(100, score(gold, taken).foundF1());
        assertEquals(0, score(gold, found("soon", "wages", span("soon"), PLAIN)).foundF1());
    }

    @Test
    void pairEachCommitmentOnce() {
        CommitmentScore score = score(
                List.of(rise),
                found("wages rise", "Mara Voss", span("soon"), PLAIN),
                found("rise", "wages", span("soon"), PLAIN));
        assertEquals(100 * 2.0 / 3, score.foundF1());
        assertEquals(100, score.actors());
    }

    @Test
    void requireBothActorAndDeadline() {
        CommitmentScore score = score(
                List.of(reopening, rise),
                found("reopen", "Mara Voss", span("in June"), IN_JUNE),
                found("rise", "wages", NOTHING, PLAIN));
        assertEquals(100, score.foundF1());
        assertEquals(50, score.actors());
        assertEquals(50, score.deadlines());
        assertEquals(0, score.actorAndDeadlineF1());
    }

    @Test
    void acceptNameForWords() {
        GoldCommitment gold = gold("c1", "rise", "Mara Voss", span("soon"), PLAIN);
        FoundCommitment.Party party = new FoundCommitment.Party(span("it"), "Dr. Voss");
        assertEquals(
                100,
                score(List.of(gold), found("rise", party, span("soon"), PLAIN)).actors());
    }

    @Test
    void requireNobodyWhereNobodyIsMarked() {
        GoldCommitment gold =
                new GoldCommitment("c1", span("rise"), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, PLAIN);
        assertEquals(
                100,
                score(List.of(gold), found("rise", FoundCommitment.Party.NONE, NOTHING, PLAIN))
                        .actors());
        assertEquals(
                0, score(List.of(gold), found("rise", "wages", NOTHING, PLAIN)).actors());
    }

    @Test
    void acceptSameValueOrSameDay() {
        assertEquals(100, deadlineOf(reopening, span("June"), "2024-06", LocalDate.of(2024, 6, 1)));
        assertEquals(100, deadlineOf(reopening, NOTHING, null, END_OF_JUNE));
        assertEquals(0, deadlineOf(reopening, span("in June"), "2024-07", LocalDate.of(2024, 7, 31)));
    }

    @Test
    void requireWordsAndNoDayWhereNoneIsKnown() {
        GoldCommitment gold = gold("c1", "reopen", "the port", span("soon"), PLAIN);
        FoundCommitment words = found("reopen", "the port", span("rise soon"), PLAIN);
        assertEquals(100, score(List.of(gold), words).deadlines());
        assertEquals(
                0,
                score(List.of(gold), found("reopen", "the port", NOTHING, PLAIN))
                        .deadlines());
        assertEquals(0, deadlineOf(gold, span("soon"), "2024-06", END_OF_JUNE));
    }

    @Test
    void requireNoDeadlineWhereNoneIsMarked() {
        GoldCommitment gold = gold("c1", "reopen", "the port", NOTHING, PLAIN);
        assertEquals(
                100,
                score(List.of(gold), found("reopen", "the port", NOTHING, PLAIN))
                        .deadlines());
        assertEquals(
                0,
                score(List.of(gold), found("reopen", "the port", span("soon"), PLAIN))
                        .deadlines());
        assertEquals(0, deadlineOf(gold, NOTHING, null, END_OF_JUNE));
    }

    @Test
    void countReadingsOfFoundOnly() {
        GoldCommitment first = gold(
                "c1",
                "reopen",
                "the port",
                NOTHING,
                new Reading(Strength.EXPECTED, null, null, 2, Outcome.MOVED, true));
        GoldCommitment second = gold("c2", "rise", "wages", NOTHING, PLAIN);
        GoldCommitment missed = gold("c3", "said", "wages", NOTHING, PLAIN);
        CommitmentScore score = score(
                List.of(first, second, missed),
                found(
                        "reopen",
                        "the port",
                        NOTHING,
                        new Reading(Strength.EXPECTED, null, null, 1, Outcome.MOVED, true)),
                found("rise", "wages", NOTHING, new Reading(Strength.INTENDED, null, null, 0, Outcome.MET, false)));
        assertEquals(50, score.strengths());
        assertEquals(100, score.negations());
        assertEquals(100 * 2.0 / 3, score.outcomesF1());
        assertEquals(0, score.phasesF1());
        assertEquals(0, score.announcers());
    }

    @Test
    void compareWordsOfConditionsObjectsAndPlaces() {
        GoldCommitment gold = new GoldCommitment(
                "c1", span("rise"), NOTHING, NOTHING, span("wages"), NOTHING, NOTHING, span("if it can"), PLAIN);
        FoundCommitment answer = new FoundCommitment(
                span("rise"),
                FoundCommitment.Party.NONE,
                FoundCommitment.Party.NONE,
                span("the port"),
                span("the port"),
                NOTHING,
                span("it can"),
                PLAIN);
        CommitmentScore score = score(List.of(gold), answer);
        assertEquals(100, score.conditionsF1());
        assertEquals(0, score.objectsF1());
        assertEquals(0, score.placesF1());
    }

    @Test
    void scoreNothingAsZero() {
        CommitmentScore score = score(List.of());
        assertEquals(0, score.foundF1());
        assertEquals(0, score.strengths());
        assertEquals(0, score.outcomesF1());
    }
}
