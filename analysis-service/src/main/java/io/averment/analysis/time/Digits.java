package io.averment.analysis.time;

import java.time.YearMonth;

/** Reads tokens of digits: years, days, clock times, dates, decades. Nothing here looks at more than {@link #LONGEST} characters. */
final class Digits {

    private static final int LONGEST = 12;
    private static final int CENTURY = 100;
    private static final int MIN_YEAR = 1000;
    private static final int MAX_YEAR = 2100;
    private static final int MAX_NUMBER = 1_000_000;
    private static final int THOUSANDTHS = 1000;
    private static final int PIVOT = 50;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private final String text;
    private final int start;
    private final int end;
    private final Items items;

    private Digits(String text, int start, int end, Items items) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.items = items;
    }

    /** Whether a token may be one of these. */
    static boolean isCandidate(String text, int start, int end) {
        char c = text.charAt(start);
        boolean digit = c >= '0' && c <= '9';
        boolean led = (c == '\'' || c == '’' || c == '‘' || c == 'F' || c == 'Q' || c == 'H') && end - start > 1;
        return end - start <= LONGEST
                && (digit || (led && isDigit(text.charAt(end - 1))) || (led && isDecade(text, end)));
    }

    private static boolean isDecade(String text, int end) {
        return text.charAt(end - 1) == 's';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Adds the classes of a token to the last item. */
    static void read(String text, int start, int end, Items items) {
        new Digits(text, start, end, items).read();
    }

    private void read() {
        char c = text.charAt(start);
        if (!isDigit(c)) {
            readLed(c);
            return;
        }
        int digits = run(start);
        if (digits == end) {
            readWhole();
        } else if (text.charAt(digits) == ':') {
            readClock(digits);
        } else if (text.charAt(digits) == ',') {
            readGrouped();
        } else if (text.charAt(digits) == '.' || text.charAt(digits) == '/' || text.charAt(digits) == '-') {
            readParts(text.charAt(digits), digits);
        } else {
            readSuffixed(digits);
        }
    }

    private int run(int from) {
        int i = from;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int number(int from, int to) {
        int value = 0;
        for (int i = from; i < to && value < MAX_NUMBER; i++) {
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }

    private static int wholeYear(int twoDigits) {
        return twoDigits < PIVOT ? 2000 + twoDigits : 1900 + twoDigits;
    }

    private void readWhole() {
        int value = number(start, end);
        int length = end - start;
        if (length == 4 && value >= MIN_YEAR && value <= MAX_YEAR) {
            items.add(Kind.YEAR, value);
        }
        if (length == 4 && value / CENTURY < HOURS && value % CENTURY < MINUTES) {
            items.addQuietly(Kind.MILITARY, value / CENTURY * MINUTES + value % CENTURY);
        }
        if (length <= 2 && value >= 1 && value <= DAYS) {
            items.add(Kind.DAY, value);
        }
        if (value <= MAX_NUMBER) {
            items.add(Kind.NUMBER, value * THOUSANDTHS);
        }
    }

    private void readGrouped() {
        int value = 0;
        for (int i = start; i < end && value <= MAX_NUMBER; i++) {
            if (isDigit(text.charAt(i))) {
                value = 10 * value + text.charAt(i) - '0';
            } else if (text.charAt(i) != ',') {
                return;
            }
        }
        if (value <= MAX_NUMBER) {
            items.add(Kind.NUMBER, value * THOUSANDTHS);
        }
    }

    private void readClock(int colon) {
        int minutes = run(colon + 1);
        int hour = number(start, colon);
        int minute = number(colon + 1, minutes);
        boolean seconds = minutes < end && text.charAt(minutes) == ':' && run(minutes + 1) == end;
        boolean ends = minutes == end || seconds;
        if (ends && minutes - colon == 3 && colon - start <= 2 && hour <= HOURS && minute < MINUTES) {
            items.add(Kind.CLOCK, hour * MINUTES + minute);
        }
    }

    private void readParts(char separator, int first) {
        int second = run(first + 1);
        if (second == first + 1) {
            return;
        }
        if (second == end) {
            readPair(separator, first, second);
            return;
        }
        int third = run(second + 1);
        if (text.charAt(second) == separator && third == end && third > second + 1) {
            readDate(first, second, third);
        }
    }

    /** A decimal fraction; of other pairs nothing is sure. */
    private void readPair(char separator, int first, int second) {
        if (separator != '.') {
            return;
        }
        int whole = number(start, first);
        int fraction = 0;
        int scale = CENTURY;
        for (int i = first + 1; i < second && scale > 0; i++) {
            fraction += (text.charAt(i) - '0') * scale;
            scale /= 10;
        }
        if (whole < MAX_NUMBER) {
            items.add(Kind.NUMBER, whole * THOUSANDTHS + fraction);
        }
    }

    /** Year first, else day and month in the order that only one of them allows; where both may be, it is left open. */
    private void readDate(int first, int second, int third) {
        int a = number(start, first);
        int b = number(first + 1, second);
        int c = number(second + 1, third);
        if (first - start == 4) {
            addDate(a, b, c);
        } else if (third - second == 5 || third - second == 3) {
            int year = third - second == 3 ? wholeYear(c) : c;
            if (text.charAt(first) == '.' || a == b) {
                addDate(year, b, a);
            } else if (a > MONTHS || b > MONTHS) {
                if (addDate(year, a > MONTHS ? b : a, a > MONTHS ? a : b)) {
                    items.noteOrder(a > MONTHS ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
                }
            } else if (a > 0 && b > 0 && year >= MIN_YEAR && year <= MAX_YEAR) {
                items.add(Kind.NUMERIC, (year * CENTURY + a) * CENTURY + b);
            }
        }
    }

    /** Adds a date; false where there is no such day, which the reading of the date finds out again for a month that is too short. */
    private boolean addDate(int year, int month, int day) {
        boolean date = year >= MIN_YEAR && year <= MAX_YEAR && month >= 1 && month <= MONTHS && day >= 1 && day <= DAYS;
        if (date) {
            items.add(Kind.ISO, (year * CENTURY + month) * CENTURY + day);
        }
        return date && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** Letters behind digits: 1980s, 21st, 3Q, 1H. */
    private void readSuffixed(int digits) {
        int value = number(start, digits);
        int length = digits - start;
        String suffix = text.substring(digits, end);
        switch (suffix) {
            case "s", "'s", "’s" -> addDecade(value, length);
            case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH" -> {
                items.add(Kind.ORDINAL, value);
                items.trigger();
            }
            case "Q", "q" -> addQuarter(value, 4, 0);
            case "H" -> addQuarter(value, 2, 4);
            default -> {
                // No word of time.
            }
        }
    }

    private void addDecade(int value, int length) {
        if (length == 4 && value >= MIN_YEAR && value < MAX_YEAR && value % 10 == 0) {
            items.add(Kind.DECADE, value);
        } else if (length == 2 && value % 10 == 0 && value >= 20) {
            items.add(Kind.DECADE, 1900 + value);
        }
    }

    private void addQuarter(int value, int max, int shift) {
        if (value >= 1 && value <= max) {
            items.add(Kind.QUARTER, value + shift);
        }
    }

    /** A letter or an apostrophe before digits: '98, '80s, FY2024, Q3. */
    private void readLed(char lead) {
        boolean fiscal = lead == 'F' && end - start > 3 && text.charAt(start + 1) == 'Y';
        int from = fiscal ? start + 2 : start + 1;
        int digits = run(from);
        int value = number(from, digits);
        int length = digits - from;
        if (fiscal && digits == end && (length == 2 || length == 4)) {
            items.add(Kind.FISCAL_YEAR, length == 2 ? wholeYear(value) : value);
        } else if (lead == 'Q' && digits == end && length == 1) {
            addQuarter(value, 4, 0);
        } else if (lead == 'H' && digits == end && length == 1) {
            addQuarter(value, 2, 4);
        } else if (lead < 'A' || lead > 'Z') {
            if (digits == end && length == 2) {
                items.addQuietly(Kind.SHORT_YEAR, wholeYear(value));
            } else if (digits == end - 1 && text.charAt(digits) == 's') {
                addDecade(value, length);
            }
        }
    }
}
