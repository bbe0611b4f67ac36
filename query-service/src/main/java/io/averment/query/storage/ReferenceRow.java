package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/** An entity in a part of a current fact, or the country of such entities; closed rows are history. */
@Entity
@Table(name = "reference")
@IdClass(ReferenceRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class ReferenceRow {

    /** What makes a row unique. */
    public record Key(
            String tenant,
            UUID articleId,
            String factId,
            String role,
            String entityKey,
            LocalDate recordMonth,
            Instant recordedFrom) {}

    @Id
    public String tenant;

    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    @Column(name = "fact_id")
    public String factId;

    @Id
    public String role;

    @Id
    @Column(name = "entity_key")
    public String entityKey;

    @Id
    @Column(name = "record_month")
    public LocalDate recordMonth;

    @Id
    @Column(name = "recorded_from")
    public Instant recordedFrom;

    public int position;

    @Column(name = "first_accepted_at")
    public Instant firstAcceptedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ReferenceRow() {}

    /** The row that opens the reference. */
    ReferenceRow(FactRow.Opening opening, Reference reference) {
        AnalysedArticle article = opening.article();
        this.tenant = opening.tenant().name();
        this.articleId = article.id().value();
        this.factId = reference.factId();
        this.role = reference.role();
        this.entityKey = reference.key();
        this.recordMonth = article.recordMonth().firstDay();
        this.recordedFrom = opening.recordedFrom();
        this.position = reference.position();
        this.firstAcceptedAt = article.firstAcceptedAt();
    }
}
