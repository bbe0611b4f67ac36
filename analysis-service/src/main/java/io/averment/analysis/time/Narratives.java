package io.averment.analysis.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Tells a report of the present from a narrative of other times (a history, a life), and the years that it tells of. */
final class Narratives {

    private static final int MANY = 4;
    private static final int FAR = 2;

    /** The part of the dates at either end that may look far back or ahead. */
    private static final int TAIL = 4;

    /** How many years beside those of most dates a story may go, if it is short. */
    private static final int MARGIN = 3;

    private Narratives() {}

    /**
     * Whether most of the dates that give their year lie years from the publication, and there are several with a month, while few words
     * speak of the day of publication. Without a day of publication several dates with month and year suffice.
     */
    static boolean isNarrative(List<Finding> findings, @Nullable LocalDate publication) {
        int far = 0;
        int near = 0;
        int deictic = 0;
        for (Finding finding : findings) {
            Fields fields = finding.fields();
            if (isDated(fields)) {
                boolean isFar = publication == null || Math.abs(fields.get(Kind.YEAR) - publication.getYear()) >= FAR;
                far += isFar ? 1 : 0;
                near += isFar ? 0 : 1;
            } else if (fields.has(Kind.TODAY) || (fields.has(Kind.WEEKDAY) && !fields.has(Kind.DAY))) {
                deictic++;
            }
        }
        return far >= MANY && far > near && far > deictic;
    }

    /** Whether a narrative names no year near its publication, so that whoever speaks in it is not to be taken for speaking then. */
    static boolean isOfThePast(List<Finding> findings, LocalDate publication) {
        return findings.stream()
                .map(Finding::fields)
                .filter(fields -> fields.reading == Reading.POINT && fields.has(Kind.YEAR))
                .noneMatch(fields -> Math.abs(fields.get(Kind.YEAR) - publication.getYear()) < FAR);
    }

    private static boolean isDated(Fields fields) {
        return fields.reading == Reading.POINT && fields.has(Kind.YEAR) && fields.has(Kind.MONTH);
    }

    /**
     * The years that a narrative tells of: those of its dates with a month, a quarter of them at either end left out, and around them as
     * many years as they span. What lies beyond, its story looks back or ahead to.
     */
    static IntPredicate years(List<Finding> findings) {
        int[] years = findings.stream()
                .map(Finding::fields)
                .filter(Narratives::isDated)
                .mapToInt(fields -> fields.get(Kind.YEAR))
                .sorted()
                .toArray();
        if (years.length == 0) {
            return year -> true;
        }
        int tail = years.length / TAIL;
        int first = years[tail];
        int last = years[years.length - 1 - tail];
        int margin = Math.max(MARGIN, last - first);
        return year -> year >= first - margin && year <= last + margin;
    }
}
