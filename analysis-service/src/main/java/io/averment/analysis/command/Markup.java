package io.averment.analysis.command;

/**
 * Tells a page from a report. Tags are no words of anybody's, and which of a page's words are the report's is not guessed here.
 */
final class Markup {

    private static final String DOCTYPE = "<!doctype html";
    private static final String ROOT = "<html";
    private static final int LONGEST_NAME = 32;

    /** So many end tags, and one to so many characters at least: a report on markup shows a few, a page has them throughout. */
    private static final int LEAST_END_TAGS = 3;

    private static final int CHARACTERS_TO_END_TAG = 1000;

    private Markup() {}

    /** Whether a text begins as HTML does or is dense with tags. Linear. */
    static boolean isIn(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        if (text.regionMatches(true, start, DOCTYPE, 0, DOCTYPE.length())
                || text.regionMatches(true, start, ROOT, 0, ROOT.length())) {
            return true;
        }
        int endTags = endTags(text);
        return endTags >= LEAST_END_TAGS && (long) endTags * CHARACTERS_TO_END_TAG >= text.length();
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
