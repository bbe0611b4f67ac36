package io.averment.analysis.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is analysed: a text and what is known about it from outside.
 *
 * @param text headline, blank line, body; either may be missing
 * @param headlineEnd UTF-16 code units of the headline at the start of the text, 0 when none
 * @param outlet who published it
 * @param language BCP 47 tag as the sender gave it
 * @param publishedAt an ISO date, or an RFC 3339 instant with its offset, as the sender gave it
 */
public record Report(
        String text,
        int headlineEnd,
        @Nullable String outlet,
        @Nullable String language,
        @Nullable String publishedAt) {

    /** The longest text that is analysed, in Unicode code points. */
    public static final int MAX_CODE_POINTS = 262_144;

    private static final String HEADLINE_SEPARATOR = "\n\n";

    public Report {
        if (headlineEnd < 0 || headlineEnd > text.length()) {
            throw new IllegalArgumentException("The headline does not lie in the text");
        }
        Optional<TextFault> fault = TextFault.of(text);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("The text is not analysable: " + fault.get());
        }
    }

    /** The text of a headline and a body, of which at least one should be there. */
    public static String textOf(@Nullable String headline, @Nullable String body) {
        if (headline == null || headline.isEmpty()) {
            return body == null ? "" : body;
        }
        return body == null || body.isEmpty() ? headline : headline + HEADLINE_SEPARATOR + body;
    }
}
