package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Effect;
import io.averment.query.record.Lane;
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
import org.hibernate.annotations.Immutable;

/** One applied message, byte by byte. Never changed, never deleted. */
@Entity
@Immutable
@Table(name = "log")
@IdClass(LogRow.Key.class)
public class LogRow {
    private static final String ANALYSIS_COMPLETED = "ANALYSIS_COMPLETED";

    /** What makes a row unique. */
    public record Key(String tenant, LocalDate recordMonth, String ceId) {}

    @Id
    public String tenant;

    @Id
    @Column(name = "record_month")
    public LocalDate recordMonth;

    @Id
    @Column(name = "ce_id")
    public String ceId;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public String kind;

    @Column(name = "article_id")
    public UUID articleId;

    public int revision;
    public int generation;
    public String fingerprint;
    public String lane;
    public String effect;
    public byte[] payload;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected LogRow() {}

    /** The row of an analysis. The payload is not copied. */
    public LogRow(
            Tenant tenant,
            String ceId,
            Lane lane,
            AnalysedArticle article,
            Effect effect,
            Instant recordedAt,
            byte[] payload) {
        this.tenant = tenant.name();
        this.recordMonth = article.recordMonth().firstDay();
        this.ceId = ceId;
        this.recordedAt = recordedAt;
        this.kind = ANALYSIS_COMPLETED;
        this.articleId = article.id().value();
        this.revision = article.version().revision();
        this.generation = article.version().generation();
        this.fingerprint = article.version().fingerprint();
        this.lane = lane.label();
        this.effect = effect.name();
        this.payload = payload;
    }

    public Version version() {
        return new Version(revision, generation, fingerprint);
    }
}
