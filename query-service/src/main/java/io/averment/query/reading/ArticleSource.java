package io.averment.query.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of the article that a fact stands in.
 *
 * @param recordedFrom since when the record has this version of it, and so the fact
 */
public record ArticleSource(
        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String headline,
        @Nullable String publishedAt,
        Instant recordedFrom) {}
