package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.Effect;
import io.averment.query.record.Lane;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.Version;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One applied message, byte by byte, or one act. Never changed, never deleted; only a withdrawal empties the payload of the
 * analyses that it covers.
 */
@Entity
@Immutable
@Table(name = "log")
@IdClass(LogRow.Key.class)
public class LogRow {
    /** The kind of an analysis that arrived. */
    public static final String ANALYSIS_COMPLETED = "ANALYSIS_COMPLETED";

    /** The kind of a withdrawal that arrived. */
    public static final String ARTICLE_WITHDRAWN = "ARTICLE_WITHDRAWN";

    /** The kind of an act that opened a candidate; the payload is the candidate's ce_id. */
    public static final String CANDIDATE_OPENED = "CANDIDATE_OPENED";

    /** The kind of an act that made a generation current; the payload is who did. */
    public static final String GENERATION_MADE_CURRENT = "GENERATION_MADE_CURRENT";

    private static final byte[] NO_TEXT = {};

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
    public @Nullable UUID articleId;

    public @Nullable Integer revision;
    public @Nullable Integer generation;
    public @Nullable String fingerprint;
    public @Nullable String lane;
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
        this.payload = effect == Effect.WITHDRAWN ? NO_TEXT : payload;
    }

    /** The row of a withdrawal, whose revision is the last one that it covers. */
    public LogRow(Tenant tenant, String ceId, ArticleWithdrawn withdrawn, Instant recordedAt, byte[] payload) {
        this.tenant = tenant.name();
        this.recordMonth = withdrawn.month().firstDay();
        this.ceId = ceId;
        this.recordedAt = recordedAt;
        this.kind = ARTICLE_WITHDRAWN;
        this.articleId = withdrawn.article().value();
        this.revision = withdrawn.throughRevision();
        this.effect = Effect.APPLIED.name();
        this.payload = payload;
    }

    /** The row of the act that opens a candidate, which there is at most once. */
    public static LogRow opening(LogRow candidate, Instant recordedAt) {
        LogRow row = new LogRow();
        row.tenant = candidate.tenant;
        row.recordMonth = candidate.recordMonth;
        row.ceId = openingId(candidate.ceId);
        row.recordedAt = recordedAt;
        row.kind = CANDIDATE_OPENED;
        row.articleId = candidate.articleId;
        row.revision = candidate.revision;
        row.generation = candidate.generation;
        row.fingerprint = candidate.fingerprint;
        row.effect = Effect.OPENED.name();
        row.payload = candidate.ceId.getBytes(StandardCharsets.UTF_8);
        return row;
    }

    private static String openingId(String ceId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ceId.getBytes(StandardCharsets.UTF_8));
            return "opened:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The row of the act that makes a generation current. */
    public static LogRow madeCurrent(Tenant tenant, int generation, String by, Instant recordedAt) {
        LogRow row = new LogRow();
        row.tenant = tenant.name();
        row.recordMonth = RecordMonth.of(recordedAt).firstDay();
        row.ceId = "generation:" + generation;
        row.recordedAt = recordedAt;
        row.kind = GENERATION_MADE_CURRENT;
        row.generation = generation;
        row.effect = Effect.APPLIED.name();
        row.payload = by.getBytes(StandardCharsets.UTF_8);
        return row;
    }

    /** The version of the analysis that this row keeps or opens. */
    public Version version() {
        if (revision == null || generation == null || fingerprint == null) {
            throw new IllegalStateException("an entry of kind " + kind + " has no version");
        }
        return new Version(revision, generation, fingerprint);
    }

    /** Whether this is the row of the same analysis, or of another message that has the same id. */
    public boolean isOf(AnalysedArticle article) {
        return kind.equals(ANALYSIS_COMPLETED)
                && article.id().value().equals(articleId)
                && version().equals(article.version());
    }

    /** Whether this is the row of the same withdrawal. */
    public boolean isOf(ArticleWithdrawn withdrawn) {
        return kind.equals(ARTICLE_WITHDRAWN)
                && withdrawn.article().value().equals(articleId)
                && revision != null
                && revision == withdrawn.throughRevision();
    }
}
