package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import io.averment.analysis.time.TimeExpression;
import io.averment.analysis.time.TimeExpression.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeScoreTest {

    private static TimeExpression found(int start, int end, TimeExpression.Type type, String value) {
        return new TimeExpression("t1", new Span(start, end), type, value, null, null, null, Anchor.NONE, null);
    }

    @Test
    void pairEqualSpansBeforeOverlappingOnes() {
        TimeScore score = new TimeScore();
        score.add(
                List.of(
                        new GoldTime(new Span(0, 10), "DATE", "2024"),
                        new GoldTime(new Span(6, 10), "DATE", "2025"),
                        new GoldTime(new Span(20, 25), "DATE", "2026")),
                List.of(found(6, 10, TimeExpression.Type.DATE, "2025"), found(2, 4, TimeExpression.Type.TIME, "2024")));
        assertEquals(200.0 * 1 / 5, score.strictF1(), 1e-9);
        assertEquals(200.0 * 2 / 5, score.relaxedF1(), 1e-9);
        assertEquals(200.0 * 2 / 5, score.valueF1(), 1e-9);
        assertEquals(100.0 * 2 / 3, score.valueRecall(), 1e-9);
        assertEquals(50, score.types(), 1e-9);
    }

    @Test
    void countNothingAsRight() {
        assertEquals(100, new TimeScore().valueF1(), 1e-9);
        assertEquals(100, new TimeScore().valueRecall(), 1e-9);
    }
}
