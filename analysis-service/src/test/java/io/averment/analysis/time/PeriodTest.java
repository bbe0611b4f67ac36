package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.time.Period.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29",
        "WEEK, 2024-W09, 2024-02-26/2024-03-03, 2024-02-26, 2024-03-03",
        "WEEKEND, 2024-W09-WE, 2024-03-02/2024-03-03, 2024-03-02, 2024-03-03",
        "MONTH, 2024-02, 2024-02, 2024-02-01, 2024-02-29",
        "QUARTER, 2024-Q1, 2024-33, 2024-01-01, 2024-03-31",
        "SEASON, 2023-WI, 2023-24, 2023-12-01, 2024-02-29",
        "HALF, 2024-H1, 2024-40, 2024-01-01, 2024-06-30",
        "YEAR, 2024, 2024, 2024-01-01, 2024-12-31",
        "DECADE, 202, 202X, 2020-01-01, 2029-12-31",
        "CENTURY, 20, 20XX, 2000-01-01, 2099-12-31"
    })
    void nameStretchThatHoldsLeapDay(Size size, String timex, String edtf, LocalDate first, LocalDate last) {
        Period period = Period.holding(size, LocalDate.of(2024, 2, 29));
        assertEquals(timex, period.timex());
        assertEquals(edtf, period.edtf());
        assertEquals(first, period.first());
        assertEquals(last, period.last());
    }

    @Test
    void countWeekOfTurnOfYearToItsOwnYear() {
        assertEquals(
                "2020-W53", Period.holding(Size.WEEK, LocalDate.of(2021, 1, 1)).timex());
    }

    @Test
    void refuseYearsBeyondTheCalendar() {
        assertThrows(DateTimeException.class, () -> Period.year(12_000));
    }
}
