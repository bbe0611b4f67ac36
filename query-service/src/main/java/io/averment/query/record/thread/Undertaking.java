package io.averment.query.record.thread;

import io.averment.query.record.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone undertakes, as it is compared over articles.
 *
 * @param act the deed: the class of words for it, else its verb's stem
 * @param terms the other words of it that say something, each stem once
 * @param head the stem of the noun that it is done to
 * @param dueFrom the first day on which it is due
 * @param dueTo the last day on which it is kept
 * @param within whether the deadline is a length of time from the report, so that it follows the day of the report
 */
public record Undertaking(
        Voice voice,
        String act,
        List<Term> terms,
        @Nullable String head,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        boolean within,
        Report report)
        implements Evidence {
    private static final int MOST_KEYS = 8;

    public Undertaking {
        terms = List.copyOf(terms);
    }

    /** What the report says of it. */
    public enum Report {
        /** It is undertaken. */
        UNDERTAKEN,
        /** It was done. */
        MET,
        /** It was not done in time. */
        MISSED,
        /** Another day is named for it. */
        MOVED,
        /** It is given up. */
        WITHDRAWN,
        /** It is undertaken not to do it. */
        REFUSED,
        /** Somebody denies that it will be done. */
        DENIED;

        /** Whether it says what became of it. */
        boolean ends() {
            return switch (this) {
                case MET, MISSED, WITHDRAWN, REFUSED -> true;
                case UNDERTAKEN, MOVED, DENIED -> false;
            };
        }
    }

    /** The days on which it is due; open where none is told. */
    public DayRange due() {
        LocalDate last = dueTo;
        return last == null ? DayRange.OPEN : new DayRange(dueFrom, last);
    }

    /** The words under which it is looked for: two undertakings of one thread always share one. */
    @Override
    public Keys keys() {
        List<String> stems = terms.stream()
                .filter(term -> term.sort() != Term.Sort.NUMBER)
                .map(Term::stem)
                .limit(MOST_KEYS)
                .toList();
        return new Keys(stems.isEmpty() ? List.of('=' + act) : stems, 1);
    }
}
