package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatestDayTest {

    private static String of(String edtf) {
        return LatestDay.of(edtf).toString();
    }

    @Test
    void takeLastDayOfEachUnit() {
        assertEquals("2026-02-03", of("2026-02-03"));
        assertEquals("2024-02-29", of("2024-02"));
        assertEquals("2026-12-31", of("2026"));
        assertEquals("2029-12-31", of("202X"));
    }

    @Test
    void takeLastDayOfPartsOfYears() {
        assertEquals("2027-05-31", of("2027-21"));
        assertEquals("2027-08-31", of("2027-22"));
        assertEquals("2027-11-30", of("2027-23"));
        assertEquals("2028-02-29", of("2027-24"));
        assertEquals("2026-03-31", of("2026-33"));
        assertEquals("2026-12-31", of("2026-36"));
        assertEquals("2026-06-30", of("2026-40"));
        assertEquals("2026-12-31", of("2026-41"));
    }

    @Test
    void takeEndOfIntervals() {
        assertEquals("2024-05-19", of("2024-05-18/2024-05-19"));
        assertEquals("2023-07-31", of("../2023-07"));
    }

    @Test
    void refuseOtherValues() {
        for (String value : List.of("", "P2Y", "2026-13", "2026-02-30", "2026/..", "soon/2026", "2026~", "26")) {
            assertEquals(
                    "'" + value + "' is no value in EDTF",
                    assertThrows(IllegalArgumentException.class, () -> LatestDay.of(value))
                            .getMessage());
        }
    }
}
