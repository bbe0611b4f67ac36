package io.averment.ingest.withdrawal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.copy.Origins;
import io.averment.ingest.message.ArticleWithdrawnEvent;
import io.averment.ingest.outbox.Outbox;
import io.averment.ingest.outbox.PendingMessage;
import io.averment.ingest.outbox.RelayLoop;
import io.averment.ingest.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws articles. The text is erased, the act recorded and the message that tells of it committed in one transaction.
 * Until the withdrawal is lifted, no report of the article is taken in; what comes then is a later revision, which the
 * withdrawal does not cover. So consumers need no clock to tell what is withdrawn. Thread-safe.
 */
@ApplicationScoped
class ArticleWithdrawal {
    private static final Logger LOG = Logger.getLogger(ArticleWithdrawal.class);

    private final RowSecurity rows;
    private final Withdrawals withdrawals;
    private final Origins origins;
    private final Outbox outbox;
    private final RelayLoop relay;
    private final ObjectMapper json;
    private final Clock clock;

    ArticleWithdrawal(
            RowSecurity rows,
            Withdrawals withdrawals,
            Origins origins,
            Outbox outbox,
            RelayLoop relay,
            ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.withdrawals = withdrawals;
        this.origins = origins;
        this.outbox = outbox;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    /** The withdrawal that stands afterwards, an earlier one when there was one; nothing when there is no such article. */
    Optional<Withdrawal> withdraw(Tenant tenant, ArticleId id, Reason reason, @Nullable String note, String by) {
        var withdrawal = rows.asTenant(tenant, () -> {
            var at = now();
            if (!withdrawals.withdraw(id, reason, note, by, at)) {
                return Optional.<Withdrawal>empty();
            }
            origins.forget(tenant, id);
            var current = withdrawals.current(tenant, id).orElseThrow();
            if (current.withdrawal().withdrawnAt().equals(at)) {
                outbox.add(message(tenant, id, current));
            }
            return Optional.of(current.withdrawal());
        });
        relay.wake();
        withdrawal.ifPresent(_ -> LOG.infof("Article withdrawn: articleId=%s reason=%s", id, reason));
        return withdrawal;
    }

    Optional<Withdrawal> find(Tenant tenant, ArticleId id) {
        return rows.asTenant(tenant, () -> withdrawals.current(tenant, id)).map(Withdrawals.Current::withdrawal);
    }

    /** Whether there was a withdrawal to lift. */
    boolean lift(Tenant tenant, ArticleId id, String by) {
        return rows.asTenant(tenant, () -> withdrawals.lift(id, by, now()));
    }

    private PendingMessage message(Tenant tenant, ArticleId id, Withdrawals.Current current) {
        var withdrawal = current.withdrawal();
        var event = new ArticleWithdrawnEvent(
                withdrawal.articleId(),
                withdrawal.throughRevision(),
                withdrawal.reason(),
                withdrawal.withdrawnBy(),
                withdrawal.withdrawnAt(),
                current.firstAcceptedAt(),
                current.recordMonth());
        return new PendingMessage(
                tenant,
                id,
                withdrawal.throughRevision(),
                Lane.LIVE,
                ArticleWithdrawnEvent.TOPIC,
                ArticleWithdrawnEvent.TYPE,
                id.withdrawalId(tenant, withdrawal.throughRevision(), withdrawal.withdrawnAt()),
                withdrawal.withdrawnAt(),
                write(event));
    }

    private String write(ArticleWithdrawnEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of strings and numbers can be written", e);
        }
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
