package io.averment.ingest.article;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of a report as its sender names it.
 *
 * @param tag a BCP 47 tag in its usual spelling, such as {@code en} or {@code ckb-IQ}
 */
public record Language(String tag) {
    private static final int MAX_LENGTH = 35;

    /** Reads a well-formed tag; nothing for any other text. */
    public static Optional<Language> parse(String text) {
        var written = text.strip();
        if (written.isEmpty() || written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Language(
                    new Locale.Builder().setLanguageTag(written).build().toLanguageTag()));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
