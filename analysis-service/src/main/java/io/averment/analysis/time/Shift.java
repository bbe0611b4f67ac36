package io.averment.analysis.time;

/** Which of several stretches of a kind is meant. */
enum Shift {
    LAST,
    PAST,
    THIS,
    NEXT,
    PREVIOUS,
    FOLLOWING,
    SAME,
    THAT;

    /** The numbers by which constants stand in arrays and files' values. */
    static final Numbering<Shift> NUMBERS = new Numbering<>(Shift.class);

    /** Whether it is reckoned from another point of the text rather than from today. */
    boolean isAnaphoric() {
        return switch (this) {
            case PREVIOUS, FOLLOWING, SAME, THAT -> true;
            case LAST, PAST, THIS, NEXT -> false;
        };
    }

    /** How many stretches it lies from the one that it is reckoned from. */
    int steps() {
        return switch (this) {
            case LAST, PAST, PREVIOUS -> -1;
            case THIS, SAME, THAT -> 0;
            case NEXT, FOLLOWING -> 1;
        };
    }
}
