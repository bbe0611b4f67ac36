package io.averment.analysis.command;

import java.util.Locale;

/**
 * Tells a page from a report. Tags are no words of anybody's, and which of a page's words are the report's is not guessed here.
 */
final class Markup {

    private static final String DOCTYPE = "<!doctype html";
    private static final String ROOT = "<html";
    private static final String COMMENT = "<!--";
    private static final String DECLARATION = "<?xml";
    private static final int LONGEST_NAME = 32;

    /** No first tag of a page has more. */
    private static final int LONGEST_ATTRIBUTES = 2000;

    /** So many end tags, and one to so many characters at least: a report on markup shows a few, a page has them throughout. */
    private static final int LEAST_END_TAGS = 3;

    private static final int CHARACTERS_TO_END_TAG = 1000;

    private Markup() {}

    /** Whether a text begins as HTML or a piece of it does, or is dense with tags. Linear. */
    static boolean isIn(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        if (text.regionMatches(true, start, DOCTYPE, 0, DOCTYPE.length())
                || text.regionMatches(true, start, ROOT, 0, ROOT.length())) {
            return true;
        }
        if (isStartTag(text, start)) {
            return true;
        }
        int endTags = endTags(text);
        return endTags >= LEAST_END_TAGS && (long) endTags * CHARACTERS_TO_END_TAG >= text.length();
    }

    /**
     * Whether a tag, a comment or an XML declaration begins at a position. Names of elements are written in one case: {@code <p>},
     * {@code <DIV class="text">}, and not {@code <Reuters>}.
     */
    private static boolean isStartTag(String text, int start) {
        if (text.startsWith(COMMENT, start) || text.startsWith(DECLARATION, start)) {
            return true;
        }
        int end = start + 1;
        while (end < text.length() && end - start <= LONGEST_NAME && isOfName(text.charAt(end))) {
            end++;
        }
        if (!text.startsWith("<", start)
                || end == start + 1
                || end == text.length()
                || !isLetter(text.charAt(start + 1))) {
            return false;
        }
        String name = text.substring(start + 1, end);
        boolean oneCase = name.equals(name.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
        int close = text.indexOf('>', end, Math.min(text.length(), end + LONGEST_ATTRIBUTES));
        boolean ends = text.charAt(end) <= ' ' || text.charAt(end) == '/' || text.charAt(end) == '>';
        return oneCase && ends && close >= 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int endTags(String text) {
        int count = 0;
        for (int at = text.indexOf("</"); at >= 0; at = text.indexOf("</", at + 2)) {
            int end = at + 2;
            while (end < text.length() && end - at <= LONGEST_NAME && isOfName(text.charAt(end))) {
                end++;
            }
            if (end > at + 2 && end < text.length() && text.charAt(end) == '>') {
                count++;
            }
        }
        return count;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-';
    }
}
