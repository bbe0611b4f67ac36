package io.averment.analysis.time;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of one match say: the value of each class, and how the whole is to be read. For one thread. */
final class Fields {

    /** What {@link #get} gives for a class that the match does not have. */
    static final int ABSENT = -1;

    private static final int KINDS = Kind.NUMBERS.size();

    /** What says something of the day. */
    private static final Set<Kind> DAYS = EnumSet.of(
            Kind.MONTH,
            Kind.WEEKDAY,
            Kind.TODAY,
            Kind.TONIGHT,
            Kind.ISO,
            Kind.NUMERIC,
            Kind.HOLIDAY,
            Kind.YEAR,
            Kind.SHIFT,
            Kind.PART);

    final Reading reading;
    private final int[] values = new int[KINDS];
    private final int[] seconds = new int[KINDS];
    private long present;
    private long twice;
    private int hour = ABSENT;
    private boolean halfFirst;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Phrases.@Nullable Phrase phrase;
    private int firstUnit = ABSENT;
    private int otherUnit = ABSENT;
    private boolean oneFirst;
    private int sharedShift = ABSENT;
    private final Set<Cue> words;

    /** @param words the words of the match that change how it is read */
    Fields(Reading reading, Set<Cue> words) {
        this.reading = reading;
        this.words = words;
        Arrays.fill(values, ABSENT);
        Arrays.fill(seconds, ABSENT);
    }

    /** Of a class that occurs twice both values are kept, of more the first two. */
    void put(Kind kind, int value) {
        int index = Kind.NUMBERS.of(kind);
        if (!has(kind)) {
            values[index] = value;
        } else if ((twice & 1L << index) == 0) {
            seconds[index] = value;
            twice |= 1L << index;
        }
        if (kind == Kind.UNIT || kind == Kind.UNITS) {
            oneFirst |= firstUnit < 0 && !has(Kind.NUMBER) && (has(Cue.A) || has(Cue.AN));
            otherUnit = firstUnit >= 0 && otherUnit < 0 ? value : otherUnit;
            firstUnit = firstUnit < 0 ? value : firstUnit;
        }
        present |= 1L << index;
    }

    /** A number that is the hour of a clock time rather than a day. */
    void putHour(int value) {
        hour = value;
    }

    /** The hour where it stands without minutes, else {@link #ABSENT}. */
    int hour() {
        return hour;
    }

    boolean has(Kind kind) {
        return (present & 1L << Kind.NUMBERS.of(kind)) != 0;
    }

    /** Whether nothing but that class is there. */
    boolean isOnly(Kind kind) {
        return present == 1L << Kind.NUMBERS.of(kind);
    }

    /** Whether it is a time of the clock. */
    boolean isClock() {
        boolean clock = has(Kind.CLOCK) || has(Kind.MILITARY) || has(Kind.CLOCKWORD) || hour >= 0;
        return reading == Reading.POINT && clock;
    }

    /** Whether it is a time of the clock and says nothing of the day. */
    boolean isClockAlone() {
        return isClock() && DAYS.stream().noneMatch(this::has);
    }

    /** Whether it is a day of a month that it does not name: the 16th. */
    boolean isDayOfOpenMonth() {
        return reading == Reading.POINT
                && has(Kind.ORDINAL)
                && !has(Kind.MONTH)
                && !has(Cue.QUARTER)
                && !has(Cue.HALF)
                && !has(Cue.CENTURY);
    }

    /** Whether it is a month with its day in digits, and no more: February 30. */
    boolean isDayBehindMonth() {
        return present == (1L << Kind.NUMBERS.of(Kind.MONTH) | 1L << Kind.NUMBERS.of(Kind.DAY));
    }

    /** Whether it is a day without a time of the clock. */
    boolean isDay() {
        boolean month = has(Kind.MONTH) && (has(Kind.DAY) || has(Kind.ORDINAL));
        boolean day = month || has(Kind.WEEKDAY) || has(Kind.TODAY) || has(Kind.ISO) || has(Kind.NUMERIC);
        return reading == Reading.POINT && day && !isClock();
    }

    boolean has(Cue cue) {
        return words.contains(cue);
    }

    int get(Kind kind) {
        return values[Kind.NUMBERS.of(kind)];
    }

    int second(Kind kind) {
        return seconds[Kind.NUMBERS.of(kind)];
    }

    boolean hasUnit() {
        return firstUnit >= 0;
    }

    /** The first unit of the match. */
    Unit unit() {
        return Unit.NUMBERS.at(firstUnit);
    }

    /** The unit of the second length of "two years and six months". */
    @Nullable
    Unit secondUnit() {
        return otherUnit < 0 ? null : Unit.NUMBERS.at(otherUnit);
    }

    /** What the words around a match say of it. */
    enum Trait {
        /** A length that begins now, or at the day that it is reckoned from: within two years. */
        AHEAD,
        /** A length that ends at the day that it is reckoned from: two days before May 3. */
        BACK,
        /** A length that would be one of the two before, were the tense of what will be. */
        LED,
        /** A length at whose end something will be: in two weeks. */
        HENCE,
        /** Reckoned from an event, which nobody dates: within a year of the sale, a week later than planned. */
        OPEN,
        /** In a clause that describes somebody or something, or of something that had been before: who was elected in 1920. */
        BESIDES,
        /** The end of a stretch of months or years; the story is still at its beginning: from 1919 to 1921. */
        END,
        /** The end of a stretch of which neither end names its year: from 1 June until 31 August. */
        BEHIND,
        /** Stands in another's own words. */
        QUOTED,
        /** A year that is given by its end: the year ended July 2. */
        ENDED,
        /** How often rather than how long: a dollar a year. */
        RATE,
        /** Describes the noun behind it: the 1978 treaty. */
        ATTRIBUTE,
        /** Stands in the dateline, or alone on one of the first lines. */
        HEADING
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    void add(Trait trait) {
        traits.add(trait);
    }

    void remove(Trait trait) {
        traits.remove(trait);
    }

    /** What says which year a month, a season or a named day is of (in May last year); {@link #ABSENT} where no such word stands behind it. */
    int yearShift() {
        boolean yearly = has(Kind.MONTH) || has(Kind.SEASON) || has(Kind.HOLIDAY);
        boolean behind = yearly && has(Cue.YEAR) && has(Kind.SHIFT);
        int last = second(Kind.SHIFT) == ABSENT ? get(Kind.SHIFT) : second(Kind.SHIFT);
        return behind ? last : sharedShift;
    }

    /** Takes the year of the other end of a range. */
    void shareYearShift(int shift) {
        sharedShift = shift;
    }

    /** The phrase of a {@link Reading#FIXED}. */
    Phrases.Phrase phrase() {
        Phrases.Phrase found = phrase;
        if (found == null) {
            throw new IllegalStateException("Only fixed words have a phrase");
        }
        return found;
    }

    void setPhrase(Phrases.Phrase found) {
        phrase = found;
    }

    /** Whether the first unit has an article for its number: a year and three months. */
    boolean isOneFirst() {
        return oneFirst;
    }

    /** Whether "half" stands before the unit. */
    boolean isHalfFirst() {
        return halfFirst;
    }

    void setHalfFirst() {
        halfFirst = true;
    }

    Shift shift() {
        return Shift.NUMBERS.at(get(Kind.SHIFT));
    }
}
