package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.DayRange;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What the rows of all facts have: see the migration that makes them. */
@MappedSuperclass
public abstract class FactRow {

    /** What makes a row unique. */
    public record Key(String tenant, UUID articleId, String factId, LocalDate recordMonth, Instant recordedFrom) {}

    @Id
    public String tenant;

    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    @Column(name = "fact_id")
    public String factId;

    @Id
    @Column(name = "record_month")
    public LocalDate recordMonth;

    @Id
    @Column(name = "recorded_from")
    public Instant recordedFrom;

    public int position;

    @Column(name = "first_accepted_at")
    public Instant firstAcceptedAt;

    @Column(name = "outlet_key")
    public String outletKey;

    public @Nullable String language;

    @Column(name = "published_on")
    public @Nullable LocalDate publishedOn;

    @Column(name = "valid_from")
    public @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    public @Nullable LocalDate validTo;

    @ColumnTransformer(write = "cast(? as jsonb)")
    public String fact;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected FactRow() {}

    /** What an article's facts have in common, of which one is then told apart by its id. */
    protected FactRow(Opening opening, String factId, int position, DayRange valid, Object fact) {
        AnalysedArticle article = opening.article();
        this.tenant = opening.tenant().name();
        this.articleId = article.id().value();
        this.recordMonth = article.recordMonth().firstDay();
        this.recordedFrom = opening.recordedFrom();
        this.firstAcceptedAt = article.firstAcceptedAt();
        this.outletKey = article.outlet().key();
        this.language = article.language();
        PublicationDate publication = article.publication();
        this.publishedOn = publication == null ? null : publication.day();
        this.factId = factId;
        this.position = position;
        this.validFrom = valid.first();
        this.validTo = valid.last();
        this.fact = opening.json().write(fact);
    }

    /** The version of an article that rows are opened for. */
    public record Opening(Tenant tenant, AnalysedArticle article, Instant recordedFrom, FactJson json) {}
}
