package io.averment.manifests.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "0 3 * * MON",
                "0 3 * jan-mar sun,6",
                "*/5 0-23/2 1,15 * ?",
                "0 0 29 2 *",
                "0 0 31 1-2 *",
                "0 0 31 2 1",
                "10/20 * * * *",
                "@daily"
            })
    void isDue(String schedule) {
        assertTrue(Schedule.isEverDue(schedule, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "61 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 7",
                "30-10 * * * *",
                "*/0 * * * *",
                "1, * * * *",
                "mon * * * *",
                "0 0 30 2 *",
                "0 0 31 2,4-4,jun */2",
                "@never"
            })
    void isNeverDue(String schedule) {
        assertFalse(Schedule.isEverDue(schedule, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 30 2 * * *", "59 0 0 1 1 Sun"})
    void beginsWithSecondsOnDemand(String schedule) {
        assertTrue(Schedule.isEverDue(schedule, 6));
        assertFalse(Schedule.isEverDue(schedule, 5));
    }
}
