package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import org.junit.jupiter.api.Test;

class CommitmentTextTest {

    private static String printed(String text) {
        return new TerminalText(200, false).render("x", Analyses.of(new Report(text, 0, null, null, "2025-08-18")));
    }

    @Test
    void printWhoDoesWhatByWhenAndWhoSaysSo() {
        String printed =
                printed("President Maria Osei told parliament that the army would leave the camp by 1 May 2026.");
        assertTrue(printed.endsWith("""
                        1 commitment

                        c1  the army: leave the camp, by 1 May 2026 (2026-05-01)
                            — firm, announced by Maria Osei (s1)

                        """), printed);
    }

    @Test
    void printQuarterInWords() {
        String printed =
                printed("The ministry said on Sunday that it would reopen the quay by the third quarter of 2026.");
        assertTrue(
                printed.contains(
                        "c1  The ministry: reopen the quay, by the third quarter of 2026 (third quarter of 2026, EDTF 2026-35)\n"),
                printed);
        assertTrue(printed.contains("    — The ministry (said), when: Sunday (2025-08-17)\n"), printed);
    }

    @Test
    void printConditionPhaseAndConflict() {
        String printed = printed(
                "The second phase of the evacuation will be completed by 1 March 2026, the governor said."
                        + " According to the mayor, the second phase of the evacuation will be completed by 1 May 2026 if it is dry.");
        assertTrue(printed.endsWith("""
                        2 commitments

                        c1  the governor: The second phase of the evacuation … completed, by 1 March 2026 (2026-03-01)
                            — firm, phase 2, announced by the governor (s1)

                        c2  the mayor: the second phase of the evacuation … completed, by 1 May 2026 (2026-05-01)
                            — conditional, if it is dry, phase 2, announced by the mayor (s2)

                        1 conflict

                        !  The text gives two dates for “The second phase”: by 1 March 2026, as the governor says, and by 1 May 2026, as the mayor says.
                           — c1, c2

                        """), printed);
    }
}
