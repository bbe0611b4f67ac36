package io.averment.analysis.command;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates of ISO 8601-2 (EDTF) as text for people: what only its tables explain is said in words, with the code behind it. */
final class EdtfText {

    private static final String OPEN = "..";
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final DateTimeFormatter WRITTEN_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A decade or a century: its last digits alone are not said. */
    private static final String OPEN_YEAR = "[0-9]{3}X|[0-9]{2}XX";

    /** A year, month or day of which some are not known. */
    private static final String OPEN_PARTS =
            "(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:[0-9]{2}|XX))?)?";

    private static final int YEAR = 4;
    private static final int MONTH_CODE = 7;

    private EdtfText() {}

    /** {@code 2026-05-01} as it is; {@code third quarter of 2026, EDTF 2026-35}; {@code 2025-08-11 to 2025-08-17}; {@code 6 May 2027 or 5 June 2027}. */
    static String of(String edtf) {
        if (edtf.startsWith("[")) {
            return oneOf(edtf.substring(1, edtf.length() - 1));
        }
        int slash = edtf.indexOf('/');
        if (slash >= 0) {
            return interval(edtf.substring(0, slash), edtf.substring(slash + 1));
        }
        String words = words(edtf);
        return words.equals(edtf) || isQualified(edtf) ? words : words + ", EDTF " + edtf;
    }

    /** Whether words alone say as much as the sign behind a date does. */
    private static boolean isQualified(String edtf) {
        return edtf.endsWith("~") || edtf.endsWith("?") || edtf.endsWith("%");
    }

    /** One of several dates, whole days as people write them: their digits are what was ambiguous. */
    private static String oneOf(String dates) {
        return Arrays.stream(dates.split(",", -1))
                .map(date -> date.matches(DAY) ? LocalDate.parse(date).format(WRITTEN_DAY) : words(date))
                .collect(Collectors.joining(" or "));
    }

    private static String interval(String from, String to) {
        if (from.equals(OPEN)) {
            return "until " + words(to);
        }
        return to.equals(OPEN) ? "from " + words(from) + " on" : words(from) + " to " + words(to);
    }

    private static String words(String date) {
        String plain = date.substring(0, Math.max(0, date.length() - 1));
        if (date.endsWith("~")) {
            return "about " + words(plain);
        }
        if (date.endsWith("?")) {
            return "perhaps " + words(plain);
        }
        if (date.endsWith("%")) {
            return "perhaps about " + words(plain);
        }
        if (date.matches(OPEN_YEAR)) {
            return date.endsWith("XX") ? "the " + date.substring(0, 2) + "00s" : "the " + date.substring(0, 3) + "0s";
        }
        if (date.indexOf('X') >= 0) {
            return date.matches(OPEN_PARTS) ? unknown(date.split("-", -1)) : date;
        }
        String part = date.length() == MONTH_CODE ? part(date.substring(YEAR + 1)) : "";
        return part.isEmpty() ? date : part + " " + date.substring(0, YEAR);
    }

    /** {@code some day in March of some year}: parts that are not known are said to be some. */
    private static String unknown(String[] parts) {
        String year = parts[0].equals("XXXX") ? "some year" : words(parts[0]);
        if (parts.length == 1) {
            return year;
        }
        boolean open = parts[1].equals("XX");
        String month = open ? "some month of " + year : month(parts[1]) + (parts[0].equals(year) ? " " : " of ") + year;
        if (parts.length == 2) {
            return month;
        }
        if (parts[2].equals("XX")) {
            return open ? "some day of " + year : "some day in " + month;
        }
        int day = Integer.parseInt(parts[2]);
        return open ? "day " + day + " of " + month : day + " " + month;
    }

    private static String month(String code) {
        return Month.of(Integer.parseInt(code)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** What stands in a month's place for a part of the year; empty for a month. */
    private static String part(String code) {
        return switch (code) {
            case "21" -> "spring";
            case "22" -> "summer";
            case "23" -> "autumn";
            case "24" -> "winter";
            case "33" -> "first quarter of";
            case "34" -> "second quarter of";
            case "35" -> "third quarter of";
            case "36" -> "fourth quarter of";
            case "40" -> "first half of";
            case "41" -> "second half of";
            default -> "";
        };
    }
}
