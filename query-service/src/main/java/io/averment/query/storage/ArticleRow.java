package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Tenant;
import io.averment.query.record.Version;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** The current version of an article; closed versions are history and not seen through this entity. */
@Entity
@Table(name = "article")
@IdClass(ArticleRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class ArticleRow {

    /** What makes a row unique. */
    public record Key(String tenant, UUID articleId, LocalDate recordMonth, Instant recordedFrom) {}

    @Id
    public String tenant;

    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    @Column(name = "record_month")
    public LocalDate recordMonth;

    @Id
    @Column(name = "recorded_from")
    public Instant recordedFrom;

    /** The database opens a row; only closing one sets this. */
    @Column(name = "recorded_to", insertable = false)
    public @Nullable Instant recordedTo;

    public int revision;
    public int generation;
    public String fingerprint;
    public String outlet;

    @Column(name = "outlet_key")
    public String outletKey;

    public @Nullable String address;

    @Column(name = "external_id")
    public @Nullable String externalId;

    public @Nullable String language;

    @Column(name = "published_at")
    public @Nullable String publishedAt;

    @Column(name = "published_on")
    public @Nullable LocalDate publishedOn;

    @Column(name = "first_accepted_at")
    public Instant firstAcceptedAt;

    @Column(name = "accepted_at")
    public Instant acceptedAt;

    @Column(name = "headline_length")
    public int headlineLength;

    public String content;

    @Column(name = "statement_count")
    public int statementCount;

    @ColumnTransformer(write = "cast(? as jsonb)")
    public String analysis;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ArticleRow() {}

    /** The row that opens this version. */
    public ArticleRow(Tenant tenant, AnalysedArticle article, Instant recordedFrom, FactJson json) {
        this.tenant = tenant.name();
        this.articleId = article.id().value();
        this.recordMonth = article.recordMonth().firstDay();
        this.recordedFrom = recordedFrom;
        this.revision = article.version().revision();
        this.generation = article.version().generation();
        this.fingerprint = article.version().fingerprint();
        this.outlet = article.outlet().name();
        this.outletKey = article.outlet().key();
        this.address = article.address();
        this.externalId = article.externalId();
        this.language = article.language();
        PublicationDate publication = article.publication();
        this.publishedAt = publication == null ? null : publication.written();
        this.publishedOn = publication == null ? null : publication.day();
        this.firstAcceptedAt = article.firstAcceptedAt();
        this.acceptedAt = article.acceptedAt();
        this.headlineLength = article.text().headlineLength();
        this.content = article.text().content();
        this.statementCount = article.statements().size();
        this.analysis = json.write(article.analysis());
    }

    public Version version() {
        return new Version(revision, generation, fingerprint);
    }
}
