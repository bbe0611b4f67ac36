package io.averment.analysis.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The longest text that is accepted, made of what a careless scan would walk again and again. A quadratic step would need some
 * 10^10 operations and minutes; the limit leaves a linear one a hundredfold of the time that it takes.
 */
class LinearityTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

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
                "\uD83D\uDE00",
                "e\u0301"
            })
    void analyseLongestTextOf(String piece) {
        int pieces = (Report.MAX_CODE_POINTS - 2) / piece.codePointCount(0, piece.length());
        String text = "x " + piece.repeat(pieces);
        Analysis analysis = assertTimeoutPreemptively(LIMIT, () -> Analyses.of(text));
        byte[] json = assertTimeoutPreemptively(LIMIT, () -> new AnalysisWriter().bytes(analysis));
        assertEquals('{', json[0]);
    }
}
