package io.averment.ingest.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.averment.ingest.article.Lane;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A revision of an article was accepted. Its contract, field by field, is {@code contracts/article-accepted/v1}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "articleId",
    "revision",
    "outlet",
    "address",
    "externalId",
    "language",
    "publishedAt",
    "headline",
    "body",
    "acceptedAt",
    "firstAcceptedAt",
    "recordMonth",
    "lane",
    "origin"
})
public record ArticleAcceptedEvent(
        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String externalId,
        @Nullable String language,
        @Nullable String publishedAt,
        @Nullable String headline,
        @Nullable String body,
        Instant acceptedAt,
        Instant firstAcceptedAt,
        String recordMonth,
        String lane,
        @Nullable UUID origin) {
    /** The {@code ce_type} of the message. */
    public static final String TYPE = "io.averment.article.accepted.v1";

    /** The topic of a lane. */
    public static String topic(Lane lane) {
        return "averment.articles." + lane.label() + ".v1";
    }
}
