package io.averment.analysis.time;

/** Classes of words and numbers that time expressions are made of, with what their values in the word file are. */
enum Kind {
    /** A number word that others join: three, twenty, hundred. Becomes part of a {@link #NUMBER}. */
    CARDINAL,
    /** A whole number or one with a fraction, in thousandths. */
    NUMBER,
    /** A number that is left open: several. */
    VAGUE,
    /** 1 for first. */
    ORDINAL,
    /** A day of the month in digits. */
    DAY,
    /** Four digits, or a year in words. */
    YEAR,
    /** {@code '98}, as a whole year. */
    SHORT_YEAR,
    /** The first year of it. */
    DECADE,
    /** 1 to 12. */
    MONTH,
    /** 1 for Monday. */
    WEEKDAY,
    WEEKDAYS,
    /** A {@link Season}. */
    SEASON,
    /** A {@link DayPart}. */
    PART,
    PARTS,
    /** A {@link Unit}, in the singular. */
    UNIT,
    UNITS,
    /** Minutes since midnight. */
    CLOCK,
    /** The same without a colon: 0735. */
    MILITARY,
    /** The hour of noon and midnight. */
    CLOCKWORD,
    /** AM or PM. */
    HALFDAY,
    /** Minutes east of Greenwich, or LOCAL. */
    ZONE,
    /** An index of the named days. */
    HOLIDAY,
    /** A {@link Stage} of a stretch: early, late. */
    STAGE,
    /** The same as a noun: the end of. */
    LIMIT,
    /** A stage of a stretch, seen from now: earlier this week. */
    BEFORE,
    /** A {@link Shift}: last, this, next. */
    SHIFT,
    APPROX,
    /** A word that changes nothing between number and unit. */
    FILLER,
    /** An index of the word's period: {@code P1W} for weekly. */
    FREQUENCY,
    /** 1 to 4; 5 and 6 are the halves of a year. */
    QUARTER,
    /** A whole date in digits: year * 10000 + month * 100 + day. */
    ISO,
    /** The same where day and month may stand in either order, as they are written: year * 10000 + first * 100 + second. */
    NUMERIC,
    /** FY1998, as a whole year. */
    FISCAL_YEAR,
    HYPHEN,
    /** A stretch without a length of its own: period. */
    SPAN,
    /** A month of the Islamic calendar. */
    HIJRI,
    /** Days from today. */
    TODAY,
    TONIGHT;

    /** The numbers by which constants stand in arrays. */
    static final Numbering<Kind> NUMBERS = new Numbering<>(Kind.class);

    /** Whether an expression may consist of such words; of others it has at least one such beside. */
    boolean isTrigger() {
        return switch (this) {
            case CARDINAL, NUMBER, VAGUE, ORDINAL, DAY, STAGE, LIMIT, BEFORE, SHIFT, APPROX, FILLER, HYPHEN -> false;
            case YEAR,
                    SHORT_YEAR,
                    DECADE,
                    MONTH,
                    WEEKDAY,
                    WEEKDAYS,
                    SEASON,
                    PART,
                    PARTS,
                    UNIT,
                    UNITS,
                    CLOCK,
                    MILITARY,
                    CLOCKWORD,
                    ZONE,
                    HOLIDAY,
                    FREQUENCY,
                    QUARTER,
                    ISO,
                    NUMERIC,
                    HALFDAY,
                    FISCAL_YEAR,
                    SPAN,
                    HIJRI,
                    TODAY,
                    TONIGHT -> true;
        };
    }
}
