package io.averment.analysis.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The longest text that is accepted, made of what a careless scan would walk again and again, against a quarter of it. A linear
 * analysis needs four times the time, one with a quadratic step up to sixteen times. Time is that of the thread's own work,
 * which other programs on the machine do not lengthen much, and the best of three; a text too short to be measured passes.
 */
class LinearityTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;
    private static final int STEEPEST = 10;
    private static final Duration MEASURABLE = Duration.ofMillis(40);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "”",
                "'",
                "‘",
                " \"",
                "\" ",
                "“a ",
                "\"a\" ",
                "'a ",
                "‘as’ ",
                ".",
                ". ",
                "?\" ",
                "a",
                "a ",
                "A ",
                "A. ",
                "U.S. ",
                "said ",
                "\"a b c,\" said ",
                "\"A b c d.\" ",
                ", said \"a\" ",
                ", X said",
                "according to ",
                "(",
                ") said \"a b c\" ",
                "\n",
                "a\n",
                "\"a\n\n",
                "the ",
                "of A ",
                "Iraq ",
                "himself and its law was ",
                "Ahmed Abcd ",
                "\"We go,\" Tim Smith said. ",
                "Tim Smith and Tom Brown left. He sat. ",
                "\uD83D\uDE00",
                "e\u0301",
                "X said that ",
                "He said Y, adding that ",
                "BASRA (W) – ",
                "X: a\n\n",
                "''a'' said X. ",
                "the first of the last two ",
                "on Monday, ",
                "1998-",
                "March 5 to ",
                "twenty-five hundred and ",
                "He said:\n- a b.\n",
                "He said two things. A b. ",
                "X will go if Y by May and ",
                "The final phase will end by May. "
            })
    void analyseLongestTextOf(String piece) {
        int pieces = (Report.MAX_CODE_POINTS - 2) / piece.codePointCount(0, piece.length());
        assertTimeoutPreemptively(
                LIMIT, () -> assertLinear("x " + piece.repeat(pieces / 4), "x " + piece.repeat(pieces)));
    }

    private void assertLinear(String quarter, String whole) {
        long shorter = Long.MAX_VALUE;
        long longer = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            shorter = Math.min(shorter, Math.min(nanosOf(quarter), nanosOf(quarter)));
            longer = Math.min(longer, nanosOf(whole));
            if (longer < MEASURABLE.toNanos() || longer < STEEPEST * shorter) {
                return;
            }
        }
        fail("A quarter took " + shorter + " ns, the whole " + longer + " ns");
    }

    private long nanosOf(String text) {
        long before = threads.getCurrentThreadCpuTime();
        byte[] json = new AnalysisWriter().bytes(Analyses.of(text));
        assertEquals('{', json[0]);
        return threads.getCurrentThreadCpuTime() - before;
    }
}
