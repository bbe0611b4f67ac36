package io.averment.query.record;

import java.util.Optional;
import java.util.UUID;

/** Identifies an article over all of its revisions. */
public record ArticleId(UUID value) {
    private static final int WRITTEN_LENGTH = 36;

    /** Reads the form of 36 characters; empty when the text is anything else. */
    public static Optional<ArticleId> parse(String written) {
        if (written.length() != WRITTEN_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ArticleId(UUID.fromString(written)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
