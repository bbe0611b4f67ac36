package io.averment.analysis.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a report of the present from a narrative of other times: a history, a life. */
final class Narratives {

    private static final int MANY = 4;
    private static final int FAR = 2;

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
            if (fields.reading == Reading.POINT && fields.has(Kind.YEAR) && fields.has(Kind.MONTH)) {
                boolean isFar = publication == null || Math.abs(fields.get(Kind.YEAR) - publication.getYear()) >= FAR;
                far += isFar ? 1 : 0;
                near += isFar ? 0 : 1;
            } else if (fields.has(Kind.TODAY) || (fields.has(Kind.WEEKDAY) && !fields.has(Kind.DAY))) {
                deictic++;
            }
        }
        return far >= MANY && far > near && far > deictic;
    }
}
