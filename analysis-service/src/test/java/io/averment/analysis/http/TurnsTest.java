package io.averment.analysis.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private record Settings(int concurrency, int largestAnswer) implements HttpConfiguration {
        @Override
        public Duration longestWait() {
            return Duration.ZERO;
        }

        @Override
        public int largestBody() {
            return 4_194_304;
        }
    }

    private static ProblemType refusal(Runnable work) {
        return assertThrows(ProblemException.class, work::run).type();
    }

    @Test
    void readNoBodyBeforeItsTurn() {
        Turns turns = new Turns(new Settings(1, 1024));
        AtomicBoolean read = new AtomicBoolean();
        BodyReader bodies = new BodyReader(new Settings(1, 1024));
        InputStream body = new InputStream() {
            @Override
            public int read() {
                read.set(true);
                return -1;
            }

            @Override
            public int read(byte[] bytes, int start, int length) {
                return read();
            }
        };

        ProblemType refused = turns.take(() -> refusal(() -> turns.<String>take(() -> bodies.text(body))));

        assertEquals(ProblemType.UNAVAILABLE, refused);
        assertFalse(read.get());
    }

    @Test
    void giveTurnBackAfterFailure() {
        Turns turns = new Turns(new Settings(1, 1024));

        assertThrows(
                IllegalStateException.class,
                () -> turns.take(() -> {
                    throw new IllegalStateException("a bug");
                }));

        assertEquals("next", turns.take(() -> "next"));
    }

    @Test
    void boundAnswer() {
        Report report = new Report("x".repeat(2_000), 0, null, null, null);
        int length = new AnalysisWriter().bytes(Analyses.of(report)).length;

        assertEquals(length, answers(length).to(report).length);
        assertEquals(
                ProblemType.ANALYSIS_TOO_LARGE,
                refusal(() -> answers(length - 1).to(report)));
    }

    private static Answers answers(int largest) {
        return new Answers(Analyses.PIPELINE, new AnalysisWriter(), new Settings(1, largest));
    }
}
