package io.averment.analysis.conflict;

import io.averment.analysis.time.TimeExpression;
import java.util.regex.Pattern;

/** Tells which times are days and months of the calendar that are known. */
final class Days {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private Days() {}

    static boolean isDay(TimeExpression time) {
        return isKnown(time) && DAY.matcher(time.value()).matches();
    }

    static boolean isDayOrMonth(TimeExpression time) {
        return isDay(time) || (isKnown(time) && MONTH.matcher(time.value()).matches());
    }

    private static boolean isKnown(TimeExpression time) {
        return time.type() == TimeExpression.Type.DATE && time.earliest() != null && time.latest() != null;
    }
}
