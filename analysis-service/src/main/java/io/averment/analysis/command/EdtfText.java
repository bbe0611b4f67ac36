package io.averment.analysis.command;

/** Dates of ISO 8601-2 (EDTF) as text for people: what only its tables explain is said in words, with the code behind it. */
final class EdtfText {

    private static final String OPEN = "..";
    private static final int YEAR = 4;
    private static final int MONTH_CODE = 7;

    private EdtfText() {}

    /** {@code 2026-05-01} as it is; {@code third quarter of 2026, EDTF 2026-35}; {@code 2025-08-11 to 2025-08-17}. */
    static String of(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash >= 0) {
            return interval(edtf.substring(0, slash), edtf.substring(slash + 1));
        }
        String words = words(edtf);
        return words.equals(edtf) || edtf.endsWith("~") ? words : words + ", EDTF " + edtf;
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
