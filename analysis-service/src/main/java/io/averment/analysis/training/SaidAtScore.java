package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.time.TimeExpression;
import java.util.List;

/**
 * How well it was read when statements were made: a time is right when its statement was found and it touches the words marked. Not
 * thread-safe.
 */
final class SaidAtScore {

    private long marked;
    private long given;
    private long right;

    void add(StatementComparison comparison) {
        given += comparison.found().stream()
                .filter(statement -> statement.saidAt() != null)
                .count();
        for (int i = 0; i < comparison.gold().statements().size(); i++) {
            if (!marked(comparison, i).isEmpty()) {
                marked++;
                right += comparison.pairing().isGoldPaired(i) && isRight(comparison, i) ? 1 : 0;
            }
        }
    }

    /** Whether a marked statement that is paired has its time, or none as marked; right where the corpus marks no readings. */
    static boolean isRight(StatementComparison comparison, int number) {
        List<Span> words = marked(comparison, number);
        Statement found = comparison.found().get(comparison.pairing().foundOf(number));
        TimeExpression time = found.saidAt();
        if (time == null || words.isEmpty()) {
            return comparison.gold().statements().get(number).reading() == null || (time == null && words.isEmpty());
        }
        return words.stream()
                .anyMatch(
                        span -> span.start() < time.span().end() && time.span().start() < span.end());
    }

    private static List<Span> marked(StatementComparison comparison, int number) {
        GoldStatement.Reading reading =
                comparison.gold().statements().get(number).reading();
        return reading == null ? List.of() : reading.saidAt();
    }

    /** F1 of the times of statements, those of statements that were not found included. */
    double f1() {
        return StatementScore.percent(2 * right, marked + given);
    }
}
