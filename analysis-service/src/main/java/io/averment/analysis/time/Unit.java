package io.averment.analysis.time;

/** Units of time, from short to long. */
enum Unit {
    SECOND("S", true),
    MINUTE("M", true),
    HOUR("H", true),
    DAY("D", false),
    WEEKEND("WE", false),
    WEEK("W", false),
    FORTNIGHT("W", false),
    MONTH("M", false),
    QUARTER("Q", false),
    SEMESTER("H", false),
    YEAR("Y", false),
    DECADE("E", false),
    CENTURY("C", false),
    MILLENNIUM("L", false);

    /** The numbers by which constants stand in arrays and files' values. */
    static final Numbering<Unit> NUMBERS = new Numbering<>(Unit.class);

    private final String letters;
    private final boolean ofDay;

    Unit(String letters, boolean ofDay) {
        this.letters = letters;
        this.ofDay = ofDay;
    }

    /** As TIMEX3 abbreviates it behind a number. */
    String letters() {
        return letters;
    }

    /** Whether it is shorter than a day. */
    boolean isOfDay() {
        return ofDay;
    }
}
