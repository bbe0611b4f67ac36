package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What an article is identified by, and where its revisions stand. Its lock orders them. */
@Entity
@DynamicUpdate
@Table(name = "article")
public class ArticleRow {
    @EmbeddedId
    Key key;

    @Column(name = "record_month", nullable = false, updatable = false)
    String recordMonth;

    @Column(name = "first_accepted_at", nullable = false, updatable = false)
    Instant firstAcceptedAt;

    @Column(nullable = false, updatable = false)
    String identity;

    @Column(name = "outlet_key", nullable = false, updatable = false)
    String outletKey;

    @Column(name = "identity_value", nullable = false, updatable = false)
    String identityValue;

    /** Since when no report of it is taken in. Set by the database's own function alone. */
    @Column(name = "withdrawn_at", insertable = false, updatable = false)
    @Nullable
    Instant withdrawnAt;

    @Column(name = "latest_revision", nullable = false)
    int latestRevision;

    @Column(name = "latest_fingerprint", nullable = false)
    String latestFingerprint;

    /** For Hibernate alone, which sets every field right away. */
    @SuppressWarnings("NullAway.Init")
    protected ArticleRow() {}

    /** Tenant and article: the same id under two tenants is two articles. */
    @Embeddable
    public record Key(
            @Column(name = "tenant") String tenant,
            @Column(name = "id") UUID id) {
        static Key of(Tenant tenant, ArticleId id) {
            return new Key(tenant.name(), id.value());
        }
    }
}
