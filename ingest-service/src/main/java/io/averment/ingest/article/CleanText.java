package io.averment.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * The text of a report as everything downstream sees it: at least one of headline and body, cleaned once and never
 * changed again. As one text they are the headline, a blank line and the body, or the one that is there.
 *
 * @param headline one line, or null
 * @param body paragraphs separated by LF, or null
 */
public record CleanText(@Nullable String headline, @Nullable String body) {
    /** The longest text, in code points of headline, blank line and body together. */
    public static final int MAX_LENGTH = 262_144;

    private static final int BLANK_LINE = 2;

    public CleanText {
        if (headline == null && body == null) {
            throw new IllegalArgumentException("a text has a headline or a body");
        }
    }

    /** What came of cleaning a headline and a body. */
    public sealed interface Cleaned {
        /** A text that can be kept. */
        record Kept(CleanText text) implements Cleaned {}

        /** Nothing to see: blanks, controls, byte-order marks and zero-width spaces. */
        record Empty() implements Cleaned {}

        /** Longer than {@link #MAX_LENGTH}. */
        record TooLong() implements Cleaned {}

        /** Holds NUL or half of a surrogate pair. */
        record Unkeepable() implements Cleaned {}
    }

    /** Cleans a headline and a body as sent; linear in their length. */
    public static Cleaned clean(@Nullable String headline, @Nullable String body) {
        if ((headline != null && Cleaning.isUnkeepable(headline)) || (body != null && Cleaning.isUnkeepable(body))) {
            return new Cleaned.Unkeepable();
        }
        var cleanHeadline = headline == null || Cleaning.showsNothing(headline) ? null : Cleaning.line(headline);
        var cleanBody = body == null || Cleaning.showsNothing(body) ? null : Cleaning.paragraphs(body);
        if (cleanHeadline == null && cleanBody == null) {
            return new Cleaned.Empty();
        }
        var text = new CleanText(cleanHeadline, cleanBody);
        return text.length() > MAX_LENGTH ? new Cleaned.TooLong() : new Cleaned.Kept(text);
    }

    /** Whether any piece of a report could not be kept: it holds NUL or half of a surrogate pair. */
    public static boolean isUnkeepable(String text) {
        return Cleaning.isUnkeepable(text);
    }

    /** The number of code points of the whole text. */
    public int length() {
        return headline == null || body == null
                ? codePoints(headline) + codePoints(body)
                : codePoints(headline) + BLANK_LINE + codePoints(body);
    }

    private static int codePoints(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
