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
        /** A length that begins now: within two years. */
        AHEAD,
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
