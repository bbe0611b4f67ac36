package io.averment.query.projection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** The body of an article-withdrawn message, as far as this service reads it. */
@RegisterForReflection
record ArticleWithdrawnMessage(
        @Nullable String articleId,
        @Nullable Integer throughRevision,
        @Nullable String reason,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnAt,
        @Nullable String firstAcceptedAt,
        @Nullable String recordMonth) {}
