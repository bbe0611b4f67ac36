package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Statement;
import io.averment.query.record.Tenant;
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

/** A current statement, with what lists filter by and show of its article; closed ones are history. */
@Entity
@Table(name = "statement")
@IdClass(StatementRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class StatementRow {

    /** What makes a row unique. */
    public record Key(String tenant, UUID articleId, String statementId, LocalDate recordMonth, Instant recordedFrom) {}

    @Id
    public String tenant;

    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    @Column(name = "statement_id")
    public String statementId;

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
    public int position;
    public String outlet;

    @Column(name = "outlet_key")
    public String outletKey;

    public @Nullable String address;
    public @Nullable String headline;

    @Column(name = "published_at")
    public @Nullable String publishedAt;

    @Column(name = "published_on")
    public @Nullable LocalDate publishedOn;

    @Column(name = "first_accepted_at")
    public Instant firstAcceptedAt;

    public String kind;
    public String act;
    public boolean hedged;

    @Column(name = "speaker_name")
    public @Nullable String speakerName;

    public String content;

    @ColumnTransformer(write = "cast(? as jsonb)")
    public String fact;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected StatementRow() {}

    /** The row that opens the statement at this position of the article. */
    public StatementRow(Tenant tenant, AnalysedArticle article, int position, Instant recordedFrom, FactJson json) {
        Statement statement = article.statements().get(position);
        this.tenant = tenant.name();
        this.articleId = article.id().value();
        this.statementId = statement.id();
        this.recordMonth = article.recordMonth().firstDay();
        this.recordedFrom = recordedFrom;
        this.revision = article.version().revision();
        this.generation = article.version().generation();
        this.fingerprint = article.version().fingerprint();
        this.position = position;
        this.outlet = article.outlet().name();
        this.outletKey = article.outlet().key();
        this.address = article.address();
        this.headline = article.text().headline().orElse(null);
        PublicationDate publication = article.publication();
        this.publishedAt = publication == null ? null : publication.written();
        this.publishedOn = publication == null ? null : publication.day();
        this.firstAcceptedAt = article.firstAcceptedAt();
        this.kind = statement.kind().name();
        this.act = statement.act();
        this.hedged = statement.hedged();
        this.speakerName = statement.speaker().name();
        this.content = statement.words();
        this.fact = json.write(statement);
    }
}
