package io.averment.analysis.commitment;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Speaker.Reason;
import io.averment.analysis.statement.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which statement a position of the text stands in. Built in one pass over the stretches of the statements, which nest; a question
 * costs a binary search and a few steps outwards.
 */
final class SurroundingStatements {

    /** How many statements around a position are looked at. */
    private static final int DEEPEST = 8;

    private static final Span NOWHERE = new Span(0, 0);

    private record Stretch(Span span, Statement statement, int outer) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Statement> statements;
    private final Map<String, Statement> byId = new HashMap<>();

    SurroundingStatements(List<Statement> statements) {
        this.statements = statements;
        for (Statement statement : statements) {
            byId.put(statement.id(), statement);
            for (Span span : statement.content()) {
                stretches.add(new Stretch(span, statement, -1));
            }
        }
        stretches.sort((a, b) -> a.span().start() != b.span().start()
                ? Integer.compare(a.span().start(), b.span().start())
                : Integer.compare(b.span().end(), a.span().end()));
        for (int i = 1; i < stretches.size(); i++) {
            int outer = i - 1;
            for (int step = 0; step < DEEPEST && outer >= 0; step++) {
                if (stretches.get(outer).span().end() >= stretches.get(i).span().end()) {
                    break;
                }
                outer = stretches.get(outer).outer();
            }
            Stretch stretch = stretches.get(i);
            stretches.set(i, new Stretch(stretch.span(), stretch.statement(), outer));
        }
    }

    /** Whether a position lies in what is reported to have been said. */
    boolean isReported(int offset) {
        return spokenAt(offset, NOWHERE) != null;
    }

    /**
     * The innermost statement around a position that somebody speaks; null when there is none.
     *
     * @param trigger words that are not to be the statement's own cue
     */
    @Nullable
    Statement spokenAt(int offset, Span trigger) {
        int at = last(offset);
        for (int step = 0; step < DEEPEST && at >= 0; step++) {
            Stretch stretch = stretches.get(at);
            Statement statement = stretch.statement();
            if (offset < stretch.span().end() && isSpoken(statement) && !isCue(statement, trigger)) {
                return statement;
            }
            at = stretch.outer();
        }
        return null;
    }

    /** The statement that words introduce; null when they introduce none. */
    @Nullable
    Statement introducedBy(int offset, Span trigger) {
        int at = last(offset);
        for (int step = 0; step < DEEPEST && at >= 0; step++) {
            Stretch stretch = stretches.get(at);
            if (isCue(stretch.statement(), trigger)) {
                return stretch.statement();
            }
            at = stretch.outer();
        }
        return null;
    }

    private static boolean isCue(Statement statement, Span trigger) {
        return statement.cue().stream().anyMatch(cue -> cue.start() <= trigger.start() && trigger.end() <= cue.end());
    }

    private static boolean isSpoken(Statement statement) {
        Speaker.Unresolved gap = statement.speaker().unresolved();
        return gap == null || gap.reason() == Reason.PRONOUN;
    }

    private int last(int offset) {
        int low = -1;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).span().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The last statement before a position whose speaker is named; null when there is none near. */
    @Nullable
    Statement latest(int offset) {
        int low = -1;
        int high = statements.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (statements.get(middle).content().getFirst().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        for (int i = low; i >= Math.max(0, low - DEEPEST); i--) {
            if (statements.get(i).speaker().name() != null) {
                return statements.get(i);
            }
        }
        return null;
    }
}
