package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Version;
import io.averment.query.record.WorldTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** The current version of an article; closed versions are history and not seen through this entity. */
@Entity
@Table(name = "article")
@IdClass(FactRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class ArticleRow extends FactRow {
    public int revision;
    public int generation;
    public String fingerprint;
    public String outlet;
    public @Nullable String address;

    @Column(name = "external_id")
    public @Nullable String externalId;

    @Column(name = "published_at")
    public @Nullable String publishedAt;

    @Column(name = "accepted_at")
    public Instant acceptedAt;

    @Column(name = "headline_length")
    public int headlineLength;

    public String content;

    @Column(name = "statement_count")
    public int statementCount;

    @Column(name = "commitment_count")
    public int commitmentCount;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ArticleRow() {}

    /** The row that opens this version. */
    ArticleRow(Opening opening) {
        AnalysedArticle article = opening.article();
        super(opening, article.id().toString(), 0, new WorldTime(article).ofArticle(), article.analysis());
        this.revision = article.version().revision();
        this.generation = article.version().generation();
        this.fingerprint = article.version().fingerprint();
        this.outlet = article.outlet().name();
        this.address = article.address();
        this.externalId = article.externalId();
        PublicationDate publication = article.publication();
        this.publishedAt = publication == null ? null : publication.written();
        this.acceptedAt = article.acceptedAt();
        this.headlineLength = article.text().headlineLength();
        this.content = article.text().content();
        this.statementCount = article.facts().statements().size();
        this.commitmentCount = article.facts().commitments().size();
    }

    public Version version() {
        return new Version(revision, generation, fingerprint);
    }
}
