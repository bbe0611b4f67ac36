package io.averment.analysis.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads lengths of time, ages and recurring times. Immutable. */
final class LengthReading {

    private static final int WHOLE = 1000;

    private final Vocabulary vocabulary;

    LengthReading(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** "Six months", "two years and six months", "several days". */
    static Meaning length(Fields fields) {
        Unit second = fields.secondUnit();
        if (second != null && (fields.has(Cue.AGO) || fields.has(Cue.EARLIER))) {
            // "The year-earlier nine months" are nine months.
            return Meaning.timeless(TimeExpression.Type.DURATION, Lengths.timex(Lengths.count(fields), second));
        }
        // "A month or two" is one at least, as "three to four weeks" are three.
        boolean one = fields.isOneFirst() && fields.has(Kind.NUMBER);
        String value = Lengths.timex(one ? WHOLE : Lengths.count(fields), fields.unit());
        int number = one ? fields.get(Kind.NUMBER) : fields.second(Kind.NUMBER);
        boolean article = fields.has(Cue.A) || fields.has(Cue.AN);
        int rest = number < 0 && article ? WHOLE : number;
        if (second != null && rest >= 0 && second.compareTo(fields.unit()) < 0) {
            String more = Lengths.timex(rest, second);
            boolean timed = value.startsWith("PT");
            value += timed && more.startsWith("PT") ? more.substring(2) : more.substring(1);
        }
        return Meaning.timeless(TimeExpression.Type.DURATION, value);
    }

    /** "A six-month-old", "aged 41": in years where no unit is named. */
    static Meaning age(Fields fields) {
        return fields.hasUnit()
                ? length(fields)
                : Meaning.timeless(TimeExpression.Type.DURATION, Lengths.timex(fields.get(Kind.NUMBER), Unit.YEAR));
    }

    /** A length alone: of nothing, or from now on, or again and again. */
    static Meaning alone(Fields fields, Context context) {
        Meaning length = length(fields);
        if (fields.has(Fields.Trait.RATE)) {
            return length.as(TimeExpression.Type.SET);
        }
        if (fields.has(Fields.Trait.OPEN)) {
            return length.open();
        }
        if (fields.has(Fields.Trait.HENCE)) {
            return ReckonedReading.hence(fields, context, length);
        }
        if (fields.has(Fields.Trait.BACK)) {
            return placed(length, fields, context, -1);
        }
        return fields.has(Fields.Trait.AHEAD) ? placed(length, fields, context, 1) : length;
    }

    /** "The past two weeks", "the next few years": a length that ends or begins at a day that is known, where one is. */
    static Meaning recent(Fields fields, Context context) {
        Meaning length =
                Meaning.timeless(TimeExpression.Type.DURATION, Lengths.timex(Lengths.count(fields), fields.unit()));
        return fields.has(Kind.SHIFT)
                ? placed(length, fields, context, fields.shift().steps())
                : length;
    }

    /** Gives a length the days from now on, or until now; none where it is reckoned from what is not dated. */
    private static Meaning placed(Meaning length, Fields fields, Context context, int steps) {
        if (context.undated()) {
            return length.open();
        }
        Timeline.Reference base = context.near();
        int count = Lengths.count(fields);
        if (base == null || fields.unit().isOfDay() || steps == 0 || count < 0) {
            return length;
        }
        // Of a year that something was said in, any day may be the one that is reckoned from.
        Period period = base.period();
        LocalDate to = Lengths.moved(steps < 0 ? period.first() : period.last(), (long) steps * count, fields.unit());
        if (to == null) {
            return length;
        }
        LocalDate first = steps < 0 ? to : period.first();
        LocalDate last = steps < 0 ? period.last() : to;
        return new Meaning(
                TimeExpression.Type.DURATION,
                length.value(),
                first + "/" + last,
                first,
                last,
                base.anchor(),
                null,
                null);
    }

    /** "Daily", "every two weeks", "twice a month", "on Mondays". */
    @Nullable
    Meaning every(Fields fields) {
        String value = period(fields);
        return value == null ? null : Meaning.timeless(TimeExpression.Type.SET, value);
    }

    @Nullable
    private String period(Fields fields) {
        if (fields.has(Kind.FREQUENCY)) {
            return vocabulary.period(fields.get(Kind.FREQUENCY));
        }
        int weekday = Math.max(fields.get(Kind.WEEKDAY), fields.get(Kind.WEEKDAYS));
        if (weekday > 0) {
            int part = Math.max(fields.get(Kind.PART), fields.get(Kind.PARTS));
            String day = "XXXX-WXX-" + weekday;
            return part < 0 ? day : day + "T" + DayPart.NUMBERS.at(part);
        }
        if (fields.has(Kind.MONTH)) {
            int month = fields.get(Kind.MONTH);
            return "XXXX-" + (month < 10 ? "0" : "") + month;
        }
        if (fields.has(Kind.SEASON)) {
            return "XXXX-" + Season.NUMBERS.at(fields.get(Kind.SEASON));
        }
        if (fields.has(Kind.PART) || fields.has(Kind.PARTS)) {
            return "XXXX-XX-XXT" + DayPart.NUMBERS.at(Math.max(fields.get(Kind.PART), fields.get(Kind.PARTS)));
        }
        return fields.hasUnit() ? Lengths.timex(interval(fields), fields.unit()) : null;
    }

    /** Of "every two weeks" two, of "every other week" two as well, of "twice a week" one. */
    private static int interval(Fields fields) {
        if (fields.has(Cue.OTHER)) {
            return 2 * WHOLE;
        }
        if (fields.has(Kind.ORDINAL)) {
            return fields.get(Kind.ORDINAL) * WHOLE;
        }
        return fields.has(Kind.NUMBER) && !fields.has(Cue.TIMES) ? fields.get(Kind.NUMBER) : WHOLE;
    }
}
