package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.server.SampleMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorldTimeTest {
    private static final DayRange DAY = DayRange.of(LocalDate.of(2026, 11, 19));

    private static DayRange days(String first, String last) {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Statement statement(@Nullable String saidAt) {
        Span span = new Span(0, 5, "Ferry");
        Speaker nobody = new Speaker(List.of(), null, null, null, null);
        return new Statement(
                "s1",
                StatementKind.DIRECT,
                "ASSERTS",
                false,
                List.of(span),
                List.of(),
                List.of(),
                null,
                null,
                nobody,
                List.of(),
                saidAt);
    }

    private static Commitment commitment(@Nullable LocalDate latest, @Nullable String deadline) {
        Span span = new Span(0, 5, "Ferry");
        Due due = latest == null ? null : new Due(0, 5, "Ferry", "BY", null, latest);
        return new Commitment(
                "c1", null, null, span, null, List.of(), null, false, deadline, due, null, "FIRM", null, List.of(),
                null, null, null, "s1");
    }

    private static TimeExpression time(String id, String first, String last) {
        return new TimeExpression(
                id, 0, 5, "Ferry", "DATE", null, null, LocalDate.parse(first), LocalDate.parse(last), null, null);
    }

    private static WorldTime world(@Nullable String published, Statement statement) {
        Facts facts = new Facts(
                List.of(),
                List.of(time("t1", "2026-11-01", "2026-11-30"), time("t2", "2027-05-01", "2027-05-31")),
                List.of(statement),
                List.of(),
                List.of());
        return new WorldTime(new AnalysedArticle(
                new ArticleId(UUID.randomUUID()),
                new Version(1, 1, "f"),
                java.time.Instant.EPOCH,
                java.time.Instant.EPOCH,
                new Outlet("Post"),
                null,
                null,
                null,
                published == null ? null : PublicationDate.parse(published),
                new ArticleText(SampleMessage.text(), 0),
                new ArticleAnalysis(List.of(), List.of(), List.of(), List.of()),
                facts,
                null));
    }

    @Test
    void takesTheTimeOfSayingBeforeThatOfPublication() {
        assertEquals(
                days("2026-11-01", "2026-11-30"),
                world("2026-11-19", statement("t1")).of(statement("t1")));
        assertEquals(DAY, world("2026-11-19", statement(null)).of(statement(null)));
        assertEquals(DAY, world("2026-11-19", statement("t9")).of(statement("t9")));
        assertEquals(DayRange.OPEN, world(null, statement(null)).of(statement(null)));
    }

    @Test
    void spansCommitmentFromItsAnnouncementToItsDeadline() {
        WorldTime world = world("2026-11-19", statement("t1"));

        assertEquals(days("2026-11-01", "2027-05-31"), world.of(commitment(LocalDate.of(2027, 5, 31), "t2")));
        assertEquals(new DayRange(LocalDate.of(2026, 11, 1), null), world.of(commitment(null, null)));
        assertEquals(
                new DayRange(null, LocalDate.of(2026, 1, 1)), world.of(commitment(LocalDate.of(2026, 1, 1), null)));
    }

    @Test
    void isDueFromTheFirstDayOfItsTimeToTheLastOnWhichItIsKept() {
        WorldTime world = world("2026-11-19", statement("t1"));

        assertEquals(days("2027-05-01", "2027-05-30"), world.due(commitment(LocalDate.of(2027, 5, 30), "t2")));
        assertEquals(days("2027-04-30", "2027-04-30"), world.due(commitment(LocalDate.of(2027, 4, 30), "t2")));
        assertEquals(DayRange.OPEN, world.due(commitment(null, "t2")));
    }
}
