package io.averment.analysis.time;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds the time of day to a day. */
final class ClockReading {

    private static final int HOUR = 60;
    private static final int NOON = 12;
    private static final int HOURS = 24;

    private ClockReading() {}

    /** The meaning of a day with the clock time or the part of the day that the words give. */
    static Meaning apply(Fields fields, Meaning date) {
        if (fields.has(Kind.CLOCK) || fields.has(Kind.MILITARY) || fields.has(Kind.CLOCKWORD) || fields.hour() >= 0) {
            return clock(fields, date);
        }
        DayPart part = part(fields);
        if (part == null) {
            return date;
        }
        String value = part == DayPart.MI ? "T12:00" : "T" + part;
        return date.named(date.value() + value, date.edtf()).as(TimeExpression.Type.TIME);
    }

    @Nullable
    private static DayPart part(Fields fields) {
        if (fields.has(Kind.TONIGHT)) {
            return DayPart.NI;
        }
        return fields.has(Kind.PART) ? DayPart.NUMBERS.at(fields.get(Kind.PART)) : null;
    }

    private static Meaning clock(Fields fields, Meaning date) {
        int minutes = minutes(fields);
        String clock = String.format(Locale.ROOT, "T%02d:%02d", minutes / HOUR, minutes % HOUR);
        String zone = zone(fields);
        boolean known = date.unresolved() == null && date.edtf() != null;
        // EDTF qualifies days and not their hours: of an uncertain day only the day is written.
        String edtf = date.isUncertain() ? date.edtf() : known ? date.value() + clock + ":00" + zone : null;
        return date.named(date.value() + clock, edtf).as(TimeExpression.Type.TIME);
    }

    /** Whether the hour that the words give, if they give one, is on the clock: none is at 30 a.m. or 13 a.m. */
    static boolean isClock(Fields fields) {
        int minutes = fields.has(Kind.CLOCK) ? fields.get(Kind.CLOCK) : fields.hour() * HOUR;
        int most = fields.get(Kind.HALFDAY) == 0 ? (NOON + 1) * HOUR - 1 : HOURS * HOUR;
        return minutes <= most;
    }

    private static int minutes(Fields fields) {
        if (fields.has(Kind.CLOCKWORD)) {
            return fields.get(Kind.CLOCKWORD) * HOUR;
        }
        if (fields.has(Kind.MILITARY)) {
            return fields.get(Kind.MILITARY);
        }
        int minutes = fields.has(Kind.CLOCK) ? fields.get(Kind.CLOCK) : fields.hour() * HOUR;
        boolean afternoon = fields.get(Kind.HALFDAY) == 1 || isLate(fields);
        if (fields.get(Kind.HALFDAY) == 0 && minutes / HOUR == NOON) {
            return minutes - NOON * HOUR;
        }
        return afternoon && minutes / HOUR < NOON ? minutes + NOON * HOUR : minutes;
    }

    /** Whether "in the afternoon" and the like stand beside the hour. */
    private static boolean isLate(Fields fields) {
        DayPart part = part(fields);
        return part != null && part.compareTo(DayPart.AF) >= 0;
    }

    private static String zone(Fields fields) {
        int offset = fields.has(Kind.ZONE) ? fields.get(Kind.ZONE) : Items.LOCAL;
        if (offset == Items.LOCAL) {
            return "";
        }
        int size = Math.abs(offset);
        return offset == 0
                ? "Z"
                : String.format(Locale.ROOT, "%s%02d:%02d", offset < 0 ? "-" : "+", size / HOUR, size % HOUR);
    }
}
