package io.averment.ingest.message;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An article was withdrawn, with all its revisions up to this one. Its contract, field by field, is
 * {@code contracts/article-withdrawn/v1}.
 */
@RegisterForReflection
@JsonPropertyOrder({
    "articleId",
    "throughRevision",
    "reason",
    "withdrawnBy",
    "withdrawnAt",
    "firstAcceptedAt",
    "recordMonth"
})
public record ArticleWithdrawnEvent(
        UUID articleId,
        int throughRevision,
        String reason,
        String withdrawnBy,
        Instant withdrawnAt,
        Instant firstAcceptedAt,
        String recordMonth) {
    /** The {@code ce_type} of the message. */
    public static final String TYPE = "io.averment.article.withdrawn.v1";

    /** The topic; there are no lanes. */
    public static final String TOPIC = "averment.articles.withdrawn.v1";
}
