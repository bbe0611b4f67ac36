package io.averment.query.reading;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lists show of the article that a fact stands in. */
public record ArticleSource(
        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String headline,
        @Nullable String publishedAt) {}
