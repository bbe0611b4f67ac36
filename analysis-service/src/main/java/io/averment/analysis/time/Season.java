package io.averment.analysis.time;

import java.time.LocalDate;
import java.time.YearMonth;

/** Seasons of the northern half, in whole months; winter begins in December of its year. */
enum Season {
    SP(3, 21),
    SU(6, 22),
    FA(9, 23),
    WI(12, 24);

    /** The numbers by which constants stand in arrays and files' values. */
    static final Numbering<Season> NUMBERS = new Numbering<>(Season.class);

    private static final int MONTHS = 3;

    private final int firstMonth;
    private final int edtf;

    Season(int firstMonth, int edtf) {
        this.firstMonth = firstMonth;
        this.edtf = edtf;
    }

    LocalDate first(int year) {
        return LocalDate.of(year, firstMonth, 1);
    }

    LocalDate last(int year) {
        return YearMonth.of(year, firstMonth).plusMonths(MONTHS - 1L).atEndOfMonth();
    }

    /** The code of ISO 8601-2 that stands in the month's place. */
    int edtf() {
        return edtf;
    }
}
