package io.averment.analysis.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the message {@code article-accepted}, whose contract is ingest's. Fields that it does not know are left
 * out; {@link ArticleReader} checks what must be there.
 *
 * @param recordMonth the month of the first acceptance, as 2026-11
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ArticleAcceptedMessage(
        @Nullable UUID articleId,
        @Nullable Integer revision,
        @Nullable String outlet,
        @Nullable String address,
        @Nullable String externalId,
        @Nullable String language,
        @Nullable String publishedAt,
        @Nullable String headline,
        @Nullable String body,
        @Nullable Instant acceptedAt,
        @Nullable Instant firstAcceptedAt,
        @Nullable String recordMonth,
        @Nullable String lane,
        @Nullable UUID origin) {}
