package io.averment.analysis.token;

import io.averment.analysis.document.Blanks;

/** Finds internet and mail addresses. */
final class Addresses {

    private static final String[] SCHEMES = {"http://", "https://", "ftp://", "mailto:", "www."};

    /** A mail address's name and host are not longer than this, each; it bounds how far is looked ahead. */
    private static final int LONGEST_PART = 64;

    private static final String TRAILERS = ".,;:!?)]}>\"'”’»…";

    private Addresses() {}

    /** The end of the address that begins at {@code start}, or {@code start} when none does. Linear in the address. */
    static int end(String text, int start, int end) {
        char c = text.charAt(start);
        if (c == 'h' || c == 'H' || c == 'f' || c == 'm' || c == 'w' || c == 'W') {
            for (String scheme : SCHEMES) {
                if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                    int found = webEnd(text, start, start + scheme.length(), end);
                    if (found > start + scheme.length()) {
                        return found;
                    }
                }
            }
        }
        return isMailPart(c) ? mailEnd(text, start, end) : start;
    }

    private static int webEnd(String text, int start, int from, int end) {
        int i = from;
        boolean opened = false;
        while (i < end && !Blanks.isBlank(text.charAt(i)) && "<>\"“”".indexOf(text.charAt(i)) < 0) {
            opened |= text.charAt(i) == '(';
            i++;
        }
        while (i > start && TRAILERS.indexOf(text.charAt(i - 1)) >= 0 && !(opened && text.charAt(i - 1) == ')')) {
            i--;
        }
        return i;
    }

    private static int mailEnd(String text, int start, int end) {
        int at = start;
        int limit = Math.min(end, start + LONGEST_PART);
        while (at < limit && isMailPart(text.charAt(at))) {
            at++;
        }
        if (at == start || at >= end || text.charAt(at) != '@') {
            return start;
        }
        int i = at + 1;
        limit = Math.min(end, i + LONGEST_PART);
        while (i < limit && isMailPart(text.charAt(i))) {
            i++;
        }
        while (i > at && TRAILERS.indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i > at + 1 ? i : start;
    }

    private static boolean isMailPart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-'
                || c == '+'
                || c == '%';
    }
}
