package io.averment.ingest.ingestion;

import io.averment.ingest.article.Lane;
import io.averment.ingest.article.RecordMonth;
import io.averment.ingest.article.Report;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.copy.Origins;
import io.averment.ingest.outbox.Outbox;
import io.averment.ingest.outbox.RelayLoop;
import io.averment.ingest.security.RowSecurity;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Takes reports in. A report is accepted when its revision and the message that tells of it are committed together; the
 * broker need not be there. Reports of the same article wait for each other, all others go side by side. Thread-safe.
 */
@ApplicationScoped
public class ArticleIngestion {
    private static final Logger LOG = Logger.getLogger(ArticleIngestion.class);

    private final RowSecurity rows;
    private final Articles articles;
    private final Origins origins;
    private final Outbox outbox;
    private final RelayLoop relay;
    private final AcceptedMessages messages;
    private final MeterRegistry meters;
    private final Clock clock;

    ArticleIngestion(
            RowSecurity rows,
            Articles articles,
            Origins origins,
            Outbox outbox,
            RelayLoop relay,
            AcceptedMessages messages,
            MeterRegistry meters,
            Clock clock) {
        this.rows = rows;
        this.articles = articles;
        this.origins = origins;
        this.outbox = outbox;
        this.relay = relay;
        this.messages = messages;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Takes one report in, in a transaction of its own.
     *
     * @throws RuntimeException when the database cannot be used; then nothing was stored
     */
    public Ingested take(Tenant tenant, Report report, Lane lane) {
        var ingested = rows.asTenant(tenant, () -> store(tenant, report, lane));
        switch (ingested) {
            case Ingested.Accepted _, Ingested.Revised _ -> relay.wake();
            case Ingested.Known _, Ingested.Withdrawn _ -> {}
        }
        count(ingested, lane);
        LOG.debugf("Report taken in: articleId=%s revision=%d", ingested.id(), ingested.revision());
        return ingested;
    }

    private Ingested store(Tenant tenant, Report report, Lane lane) {
        var id = report.id(tenant);
        var fingerprint = report.fingerprint();
        var article = articles.lock(tenant, id).orElseGet(() -> articles.begin(tenant, id, report, now()));
        var month = RecordMonth.parse(article.recordMonth);
        if (article.withdrawnAt != null) {
            return new Ingested.Withdrawn(id, article.latestRevision, month);
        }
        if (article.latestFingerprint.equals(fingerprint)) {
            return new Ingested.Known(id, article.latestRevision, month);
        }
        article.latestRevision++;
        article.latestFingerprint = fingerprint;
        var isFirst = article.latestRevision == 1;
        var origin = origins.trace(tenant, id, report.text(), article.firstAcceptedAt, isFirst);
        var revision = new RevisionRow(
                article.key,
                article.latestRevision,
                report,
                lane,
                isFirst ? article.firstAcceptedAt : now(),
                origin.orElse(null));
        articles.add(revision);
        outbox.add(
                messages.of(article, revision, lane, id.eventId(tenant, article.latestRevision), revision.acceptedAt));
        return isFirst ? new Ingested.Accepted(id, month) : new Ingested.Revised(id, article.latestRevision, month);
    }

    /** As exact as the database keeps it, so that message, row and answer agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void count(Ingested ingested, Lane lane) {
        var outcome = Outcome.of(ingested).name().toLowerCase(Locale.ROOT);
        meters.counter("averment.ingest.articles", "outcome", outcome, "lane", lane.label())
                .increment();
    }
}
