package io.averment.analysis.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import io.averment.analysis.conflict.Conflict.Kind;
import io.averment.analysis.document.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static List<Conflict> in(String text) {
        return Analyses.of(new Report(text, 0, null, null, "2025-08-18"))
                .document()
                .get(ConflictAnnotator.CONFLICTS);
    }

    @Test
    void compareLengthWithBeginningAndEnd() {
        assertEquals(
                List.of(new Conflict(
                        Kind.DURATION,
                        List.of("t1", "c1", "c2"),
                        "The text speaks of “six-month closure”, but from the beginning (on 1 September 2025) to the end"
                                + " (on 15 November 2025) it is about 2 months.")),
                in("The government announced a six-month closure of the bridge. The closure of the bridge will begin on"
                        + " 1 September 2025, the ministry said. The closure will end on 15 November 2025."));
    }

    @Test
    void allowLengthThatIsAboutRight() {
        assertEquals(
                List.of(),
                in("The government announced a six-month closure of the bridge. The closure of the bridge will begin on"
                        + " 1 September 2025, the ministry said. The closure will end on 15 March 2026."));
    }

    @Test
    void comparePlanWithItsLastPhaseFromPublication() {
        List<Conflict> conflicts =
                in("The port laid out a two-year timeline for the closure. The first stage of the closure will"
                        + " be completed by October 2025. The final stage of the closure should be completed by"
                        + " August 2026.");
        assertEquals(1, conflicts.size());
        assertEquals(
                "The text speaks of “two-year timeline”, but the last date that it gives (by August 2026) is about 12"
                        + " months after its publication on 2025-08-18.",
                conflicts.getFirst().explanation());
    }

    @Test
    void findTwoDaysForOnePhase() {
        assertEquals(
                List.of(new Conflict(
                        Kind.DEADLINE,
                        List.of("c1", "c2"),
                        "The text gives two dates for “The second phase”: by 1 March 2026, as the governor says, and by"
                                + " 1 May 2026, as the mayor says.")),
                in(
                        "The second phase of the evacuation will be completed by 1 March 2026, the governor said. According to"
                                + " the mayor, the second phase of the evacuation will be completed by 1 May 2026."));
    }

    @Test
    void findNoConflictBetweenDayAndItsMonth() {
        assertEquals(
                List.of(),
                in(
                        "The second phase of the evacuation will be completed by 1 March 2026, the governor said. According to"
                                + " the mayor, the second phase of the evacuation will be completed in March 2026."));
    }

    @Test
    void addUpWhatPhasesTell() {
        assertEquals(
                List.of(new Conflict(
                        Kind.TOTAL,
                        List.of("c1", "c2", "c3"),
                        "The text speaks of 900 in all (“withdraw 900 soldiers in two phases”), but its 2 phases add up to"
                                + " 800.")),
                in(
                        "The army will withdraw 900 soldiers in two phases. In the first phase, it will withdraw 300 soldiers by"
                                + " June 2026. In the second phase, the army will withdraw 500 soldiers by December 2026."));
    }
}
