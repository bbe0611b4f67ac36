package io.averment.ingest.ingestion;

import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Report;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A report as it was accepted. Never changed, but for a withdrawal, which erases its text in the database. */
@Entity
@Immutable
@Table(name = "revision")
public class RevisionRow {
    @EmbeddedId
    Key key;

    @Column(nullable = false)
    String outlet;

    @Nullable
    String address;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Nullable
    String language;

    @Column(name = "published_at")
    @Nullable
    String publishedAt;

    @Nullable
    String headline;

    @Nullable
    String body;

    /** When its text was erased; null while it is there. */
    @Column(name = "erased_at", insertable = false)
    @Nullable
    Instant erasedAt;

    @Column(nullable = false)
    String lane;

    @Column(name = "accepted_at", nullable = false)
    Instant acceptedAt;

    /** The earlier article that this is a copy of. */
    @Nullable
    UUID origin;

    /** For Hibernate alone, which sets every field right away. */
    @SuppressWarnings("NullAway.Init")
    protected RevisionRow() {}

    RevisionRow(
            ArticleRow.Key article, int revision, Report report, Lane lane, Instant acceptedAt, @Nullable UUID origin) {
        var publishedAt = report.publishedAt();
        var language = report.language();
        this.key = new Key(article.tenant(), article.id(), revision);
        this.outlet = report.outlet().name();
        this.address = report.writtenAddress();
        this.externalId = report.externalId();
        this.language = language == null ? null : language.tag();
        this.publishedAt = publishedAt == null ? null : publishedAt.value();
        this.headline = report.text().headline();
        this.body = report.text().body();
        this.lane = lane.label();
        this.acceptedAt = acceptedAt;
        this.origin = origin;
    }

    /** Tenant, article and the number of the revision, from 1 and without gaps. */
    @Embeddable
    public record Key(
            @Column(name = "tenant") String tenant,
            @Column(name = "article_id") UUID articleId,
            @Column(name = "number") int number) {}
}
