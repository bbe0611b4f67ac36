package io.averment.analysis.command;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates of ISO 8601-2 (EDTF) as text for people: what only its tables explain is said in words, with the code behind it. */
final class EdtfText {

    private static final String OPEN = "..";
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final DateTimeFormatter WRITTEN_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
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
        return words.equals(edtf) || edtf.endsWith("~") ? words : words + ", EDTF " + edtf;
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
        if (date.endsWith("~")) {
            return "about " + words(date.substring(0, date.length() - 1));
        }
        if (date.endsWith("XX")) {
            return "the " + date.substring(0, 2) + "00s";
        }
        if (date.endsWith("X")) {
            return "the " + date.substring(0, YEAR - 1) + "0s";
        }
        String part = date.length() == MONTH_CODE ? part(date.substring(YEAR + 1)) : "";
        return part.isEmpty() ? date : part + " " + date.substring(0, YEAR);
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
