package io.averment.analysis.time;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time expressions of short texts, for tests. */
final class Times {

    private Times() {}

    static List<TimeExpression> of(String text, @Nullable String publishedAt) {
        return Analyses.of(new Report(text, 0, null, "en", publishedAt))
                .document()
                .get(TimeAnnotator.TIMES);
    }

    /** Words, type and value of each, as {@code Monday DATE 2025-08-18}. */
    static List<String> values(String text, @Nullable String publishedAt) {
        return of(text, publishedAt).stream()
                .map(time -> time.span().of(text) + " " + time.type() + " " + time.value())
                .toList();
    }

    /** Words, value and days of the last, as {@code the next day 2025-05-04 2025-05-04..2025-05-04}; {@code -} where there is nothing. */
    static String last(String text, @Nullable String publishedAt) {
        List<TimeExpression> times = of(text, publishedAt);
        return times.isEmpty() ? "none" : days(text, times.getLast());
    }

    /** The same of the first. */
    static String first(String text, @Nullable String publishedAt) {
        List<TimeExpression> times = of(text, publishedAt);
        return times.isEmpty() ? "none" : days(text, times.getFirst());
    }

    /** The same of the second. */
    static String second(String text, @Nullable String publishedAt) {
        List<TimeExpression> times = of(text, publishedAt);
        return times.size() < 2 ? "none" : days(text, times.get(1));
    }

    private static String days(String text, TimeExpression time) {
        String unresolved = time.unresolved() == null ? "" : " " + time.unresolved();
        return time.span().of(text) + " " + time.value() + " "
                + (time.earliest() == null ? "-" : time.earliest()) + ".."
                + (time.latest() == null ? "-" : time.latest()) + unresolved;
    }

    /** The only one, as {@code Monday DATE 2025-08-18 2025-08-18 2025-08-18..2025-08-18}; {@code -} where there is nothing. */
    static String whole(String text, @Nullable String publishedAt) {
        List<TimeExpression> times = of(text, publishedAt);
        if (times.size() != 1) {
            return times.size() + " expressions: " + values(text, publishedAt);
        }
        TimeExpression time = times.getFirst();
        return String.join(
                " ",
                time.span().of(text),
                time.type().name(),
                time.value(),
                time.edtf() == null ? "-" : time.edtf(),
                (time.earliest() == null ? "-" : time.earliest()) + ".."
                        + (time.latest() == null ? "-" : time.latest()));
    }
}
