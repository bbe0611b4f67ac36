package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.document.Span;
import io.averment.analysis.time.TimeExpression;
import io.averment.analysis.time.TimeExpression.Anchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckoningTest {

    private static final Reckoning RECKONING = new Reckoning(LocalDate.of(2025, 8, 18));

    private static TimeExpression time(
            TimeExpression.Type type,
            String value,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Anchor anchor) {
        return new TimeExpression("t1", new Span(0, 6), type, value, null, earliest, latest, anchor, null);
    }

    @ParameterizedTest
    @CsvSource({
        "P2Y, ../2027-08-18, 2027-08-18",
        "P18M, ../2027-02-18, 2027-02-18",
        "P2W, ../2025-09-01, 2025-09-01",
        "P60D, ../2025-10-17, 2025-10-17",
        "PT72H, ../2025-08-21, 2025-08-21"
    })
    void countLengthFromPublication(String value, String edtf, LocalDate latest) {
        TimeExpression time = time(TimeExpression.Type.DURATION, value, null, null, Anchor.NONE);
        assertEquals(new Reckoning.Due(edtf, latest), RECKONING.due(time, Relation.WITHIN, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026, 2026-12-31",
        "2026-02, 2026-02, 2026-02-28",
        "2026-Q3, 2026-35, 2026-09-30",
        "2026-H1, 2026-40, 2026-06-30",
        "2026-WI, 2026-24, 2027-02-28"
    })
    void giveUnitThatIsNamed(String value, String edtf, LocalDate latest) {
        TimeExpression time = time(TimeExpression.Type.DATE, value, null, null, Anchor.NONE);
        assertEquals(new Reckoning.Due(edtf, latest), RECKONING.due(time, Relation.BY, true, false));
    }

    @Test
    void endBeforeADayWithTheDayBefore() {
        LocalDate day = LocalDate.of(2025, 12, 25);
        TimeExpression time = time(TimeExpression.Type.DATE, "2025-12-25", day, day, Anchor.NONE);
        assertEquals(
                new Reckoning.Due("../2025-12-24", LocalDate.of(2025, 12, 24)),
                RECKONING.due(time, Relation.BEFORE, true, false));
    }

    @Test
    void takeWeekdayOfWhatIsAheadForTheNext() {
        LocalDate day = LocalDate.of(2025, 8, 15);
        TimeExpression time = time(TimeExpression.Type.DATE, "2025-08-15", day, day, Anchor.PUBLICATION);
        LocalDate next = LocalDate.of(2025, 8, 22);
        assertEquals(new Reckoning.Due("2025-08-22", next), RECKONING.due(time, Relation.AT, true, true));
    }

    @Test
    void knowNoLengthWithoutPublication() {
        TimeExpression time = time(TimeExpression.Type.DURATION, "P2Y", null, null, Anchor.NONE);
        assertEquals(new Reckoning.Due(null, null), new Reckoning(null).due(time, Relation.WITHIN, true, false));
    }

    @ParameterizedTest
    @CsvSource({"PXY", "P1.5Y", "P", "P99999Y", "TNI"})
    void leaveOddLengthOpen(String value) {
        TimeExpression time = time(TimeExpression.Type.DURATION, value, null, null, Anchor.NONE);
        assertEquals(new Reckoning.Due(null, null), RECKONING.due(time, Relation.WITHIN, true, false));
    }
}
