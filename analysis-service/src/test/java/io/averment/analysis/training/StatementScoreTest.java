package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.Statement.Kind;
import io.averment.analysis.statement.Statement.Role;
import io.averment.analysis.time.TimeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementScoreTest {

    private static final String TEXT = "\uD83D\uDE00 Voss said: “We leave.” Aides told Tigris Wire ships sank.";
    private static final List<Span> QUOTE = span("“We leave.”");
    private static final List<Span> SHIPS = span("ships sank");
    private static final List<Span> NOTHING = List.of();

    private static List<Span> span(String words) {
        int start = TEXT.indexOf(words);
        return List.of(new Span(start, start + words.length()));
    }

    private static GoldStatement gold(String id, List<Span> content, List<Span> speaker) {
        return new GoldStatement(id, content, NOTHING, speaker, null);
    }

    private static Statement found(String id, List<Span> content, List<Span> speaker, String name) {
        return found(id, content, speaker, name, null, List.of());
    }

    private static Statement found(
            String id, List<Span> content, List<Span> speaker, String name, @Nullable String parent, List<Hop> chain) {
        Speaker who = new Speaker(speaker, name, null, null);
        return new Statement(
                id, Kind.INDIRECT, SpeechAct.ASSERTS, false, content, NOTHING, NOTHING, parent, null, who, chain, null);
    }

    private static StatementScore score(List<GoldStatement> gold, Statement... found) {
        StatementScore score = new StatementScore();
        score.add(new GoldReport("a", TEXT, 0, null, gold), List.of(found));
        return score;
    }

    private final List<GoldStatement> both = List.of(gold("E1", QUOTE, span("Voss")), gold("E2", SHIPS, span("Aides")));

    @Test
    void countFoundAndRightByKind() {
        StatementScore score = score(
                both,
                found("s1", QUOTE, span("Voss"), "Voss"),
                found("s2", SHIPS, span("Tigris Wire"), "Tigris Wire"),
                found("s3", span("said"), NOTHING, "Voss"));
        assertEquals(100, score.found(Kind.DIRECT));
        assertEquals(100, score.endToEndRecall(Kind.DIRECT));
        assertEquals(100, score.found(Kind.INDIRECT));
        assertEquals(0, score.endToEndRecall(Kind.INDIRECT));
        assertEquals(0, score.endToEndRecall(Kind.MIXED));
        assertEquals(100 * 2.0 / 5, score.endToEndF1());
    }

    @Test
    void countVisibleCharactersOnce() {
        // Of “Weleave.” and shipssank, 19 characters, ten are found, and four more that are none of them.
        StatementScore score = score(
                both,
                found("s1", QUOTE, span("Voss"), "Voss"),
                found("s2", QUOTE, span("Voss"), "Voss"),
                found("s3", span("said"), span("Voss"), "Voss"));
        assertEquals(100 * 2.0 * 10 / (19 + 14), score.charactersF1());
    }

    @Test
    void requireHalfOfBothContents() {
        assertEquals(100, score(both, found("s1", span("ships"), NOTHING, "x")).found(Kind.INDIRECT));
        assertEquals(0, score(both, found("s1", span("sank"), NOTHING, "x")).found(Kind.INDIRECT));
        assertEquals(
                0,
                score(both, found("s1", span(TEXT.substring(0, 50)), NOTHING, "x"))
                        .found(Kind.DIRECT));
    }

    @Test
    void pairBestOverlapFirst() {
        List<GoldStatement> gold = List.of(gold("E1", SHIPS, NOTHING));
        assertEquals(
                100 * 2.0 / 3,
                score(gold, found("s1", span("ships"), span("Voss"), "Voss"), found("s2", SHIPS, NOTHING, "nobody"))
                        .endToEndF1());
    }

    @Test
    void acceptNameThatEndsInCapitalisedWordOfSpeaker() {
        List<GoldStatement> gold = List.of(gold("E1", SHIPS, span("Voss said")));
        assertEquals(100, score(gold, found("s1", SHIPS, NOTHING, "Mara Voss")).endToEndF1());
        assertEquals(0, score(gold, found("s1", SHIPS, NOTHING, "they said")).endToEndF1());
    }

    @Test
    void acceptNoSpeakerWhereNoneIsMarked() {
        List<GoldStatement> gold = List.of(gold("E1", SHIPS, NOTHING));
        assertEquals(100, score(gold, found("s1", SHIPS, NOTHING, "x")).endToEndF1());
        assertEquals(0, score(gold, found("s1", SHIPS, span("Voss"), "Voss")).endToEndF1());
    }

    @Test
    void takeKindFromQuotedShare() {
        List<GoldStatement> gold = List.of(gold("E1", span("said: “We leave.”"), span("Voss")));
        StatementScore score = score(gold, found("s1", span("said: “We leave.”"), span("Voss"), "Voss"));
        assertEquals(100, score.endToEndRecall(Kind.MIXED));
        assertEquals(0, score.found(Kind.DIRECT));
    }

    @Test
    void countReadingsOfFoundOnly() {
        GoldStatement outer = new GoldStatement(
                "s1", span("told Tigris Wire ships sank"), NOTHING, NOTHING, reading(SpeechAct.WARNS, null, false));
        GoldStatement inner = new GoldStatement("s2", SHIPS, NOTHING, NOTHING, reading(SpeechAct.ASSERTS, "s1", true));
        GoldStatement missed = new GoldStatement("s3", QUOTE, NOTHING, NOTHING, reading(SpeechAct.ASKS, "s1", true));
        Statement first = found("s7", span("told Tigris Wire ships sank"), NOTHING, "x");
        Statement second = found(
                "s8",
                SHIPS,
                NOTHING,
                "x",
                "s7",
                List.of(
                        new Hop(Role.SPEAKER, span("Voss"), "Voss"),
                        new Hop(Role.AGENCY, span("Wire"), "Wire"),
                        new Hop(Role.MEDIUM, span("Wire"), "Wire")));
        ReadingScore readings =
                score(List.of(outer, inner, missed), first, second).readings();
        assertEquals(50, readings.acts());
        assertEquals(100, readings.kinds());
        assertEquals(50, readings.hedges());
        assertEquals(100 * 2.0 / 3, readings.hopsF1());
        assertEquals(100, readings.parents());
    }

    /** @param more whether the statement is hedged, and came through an agency */
    private static GoldStatement.Reading reading(SpeechAct act, @Nullable String parent, boolean more) {
        List<GoldStatement.Hop> hops = more
                ? List.of(new GoldStatement.Hop(Role.AGENCY, span("Tigris Wire").getFirst()))
                : List.of();
        return new GoldStatement.Reading(Kind.INDIRECT, act, more, parent, hops, NOTHING);
    }

    @Test
    void scoreTimesOfStatementsThatAreFoundAndMissed() {
        GoldStatement onTime = timed("s1", QUOTE, span("Voss"));
        GoldStatement late = timed("s2", SHIPS, span("Wire"));
        GoldStatement missed = timed("s3", span("sank"), span("Wire"));
        SaidAtScore times = score(
                        List.of(onTime, late, missed),
                        found("s1", QUOTE, span("Voss")),
                        found("s2", SHIPS, span("Aides")))
                .times();
        // Three are marked, two were given, and one of these is right.
        assertEquals(100 * 2.0 / 5, times.f1());
        assertEquals(0, score(List.of()).times().f1());
    }

    private static GoldStatement timed(String id, List<Span> content, List<Span> time) {
        return new GoldStatement(
                id,
                content,
                NOTHING,
                NOTHING,
                new GoldStatement.Reading(Kind.INDIRECT, SpeechAct.ASSERTS, false, null, List.of(), time));
    }

    private static Statement found(String id, List<Span> content, List<Span> time) {
        Speaker who = new Speaker(NOTHING, "x", null, null);
        TimeExpression when = new TimeExpression(
                "t1",
                time.getFirst(),
                TimeExpression.Type.DATE,
                "x",
                null,
                null,
                null,
                TimeExpression.Anchor.NONE,
                null);
        return new Statement(
                id,
                Kind.INDIRECT,
                SpeechAct.ASSERTS,
                false,
                content,
                NOTHING,
                NOTHING,
                null,
                null,
                who,
                List.of(),
                when);
    }

    @Test
    void scoreNothingAsZero() {
        StatementScore score = score(List.of());
        assertEquals(0, score.endToEndF1());
        assertEquals(0, score.charactersF1());
        assertEquals(0, score.readings().acts());
    }
}
