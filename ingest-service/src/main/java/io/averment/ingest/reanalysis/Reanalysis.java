package io.averment.ingest.reanalysis;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.ingestion.Republication;
import io.averment.ingest.ingestion.Republication.Candidate;
import io.averment.ingest.ingestion.Republication.Selection;
import io.averment.ingest.outbox.Outbox;
import io.averment.ingest.security.RowSecurity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a tenant's articles anew, in the order of their ids: some at a time, each time in a transaction, and no more than the relays of the
 * running services take away. Broken off it is done again, or gone on with; what is published twice is analysed twice to the same result, which
 * changes nothing in the record. Used once, by one thread.
 */
final class Reanalysis {
    private static final ArticleId BEFORE_ALL = new ArticleId(new UUID(0, 0));
    private static final int COUNTED_AT_ONCE = 5000;
    private static final long PROGRESS_EVERY = 5000;

    private final RowSecurity rows;
    private final Republication republication;
    private final Outbox outbox;
    private final Clock clock;
    private final Pace pace;
    private final Tenant tenant;
    private final Selection selection;
    private final ArticleId begin;
    private @Nullable ArticleId last;

    Reanalysis(
            RowSecurity rows,
            Republication republication,
            Outbox outbox,
            Clock clock,
            Pace pace,
            ReanalysisOrder order) {
        this.rows = rows;
        this.republication = republication;
        this.outbox = outbox;
        this.clock = clock;
        this.pace = pace;
        this.tenant = order.tenant();
        // What is revised meanwhile is published by that.
        this.selection = new Selection(
                Objects.requireNonNullElse(order.from(), Instant.EPOCH),
                Objects.requireNonNullElse(order.to(), clock.instant()),
                order.articles());
        this.begin = Objects.requireNonNullElse(order.after(), BEFORE_ALL);
    }

    /**
     * What there is to publish.
     *
     * @param lookedAt all articles that there are of the tenant, or of those named
     * @param bytes of their headlines and bodies
     */
    record Amount(long lookedAt, long articles, long bytes) {}

    /** Counts, and changes nothing. Looks at each article once. */
    Amount count() {
        long lookedAt = 0;
        long articles = 0;
        long bytes = 0;
        ArticleId after = begin;
        for (List<Candidate> some = look(after); !some.isEmpty(); some = look(after)) {
            lookedAt += some.size();
            for (Candidate candidate : some) {
                articles += candidate.isDue() ? 1 : 0;
                bytes += candidate.isDue() ? candidate.bytes() : 0;
            }
            after = some.getLast().id();
        }
        return new Amount(lookedAt, articles, bytes);
    }

    private List<Candidate> look(ArticleId after) {
        return rows.asTenant(tenant, () -> republication.next(tenant, selection, after, COUNTED_AT_ONCE));
    }

    /** Behind which article it is gone on when it was broken off; nothing when it has not come far. */
    Optional<ArticleId> last() {
        return Optional.ofNullable(last);
    }

    /**
     * Publishes them.
     *
     * @param expected how many there were when they were counted
     * @param progress gets a line now and then
     * @return how many were put into the outbox
     * @throws ReanalysisRefusedException when nobody takes away what waits there
     */
    long publish(long expected, Consumer<String> progress) {
        long published = 0;
        long told = 0;
        ArticleId after = begin;
        for (Batch batch = next(after, progress); !batch.isEnd(); batch = next(after, progress)) {
            published += batch.published();
            after = batch.last();
            last = after;
            if (published - told >= PROGRESS_EVERY) {
                told = published;
                progress.accept(published + " of " + expected + " articles sent, up to " + after);
            }
        }
        return published;
    }

    /** What a transaction came to. */
    private record Batch(boolean isEnd, int published, ArticleId last) {}

    private Batch next(ArticleId after, Consumer<String> progress) {
        waitForRoom(progress);
        return rows.asTenant(tenant, () -> {
            List<Candidate> some = republication.next(tenant, selection, after, pace.lookedAt());
            if (some.isEmpty()) {
                return new Batch(true, 0, after);
            }
            List<ArticleId> due = new ArrayList<>();
            long bytes = 0;
            ArticleId seen = after;
            for (Candidate candidate : some) {
                if (due.size() == pace.messages() || bytes >= pace.bytes()) {
                    break;
                }
                seen = candidate.id();
                if (candidate.isDue()) {
                    due.add(seen);
                    bytes += candidate.bytes();
                }
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return new Batch(false, republication.publish(tenant, selection, due, now), seen);
        });
    }

    private void waitForRoom(Consumer<String> progress) {
        Outbox.Waiting waiting = waiting();
        if (hasRoom(waiting)) {
            return;
        }
        long taken = System.nanoTime();
        boolean isTold = false;
        while (!hasRoom(waiting)) {
            Duration idle = Duration.ofNanos(System.nanoTime() - taken);
            if (idle.compareTo(pace.patience()) >= 0) {
                throw new ReanalysisRefusedException("the outbox holds " + waiting.messages()
                        + " messages of it, of which none was taken for " + pace.patience()
                        + "; ingest is not running, its broker is away, or news keeps it busy");
            }
            if (!isTold && idle.compareTo(pace.patience().dividedBy(20)) >= 0) {
                isTold = true;
                progress.accept("waiting: the outbox holds " + waiting.messages() + " messages of it");
            }
            pause();
            Outbox.Waiting now = waiting();
            if (now.messages() < waiting.messages()) {
                taken = System.nanoTime();
                isTold = false;
            }
            waiting = now;
        }
    }

    private Outbox.Waiting waiting() {
        return rows.asTenant(tenant, () -> outbox.waiting(tenant, Lane.REANALYSIS));
    }

    private boolean hasRoom(Outbox.Waiting waiting) {
        return waiting.messages() + pace.messages() <= pace.waitingMessages() && waiting.bytes() < pace.waitingBytes();
    }

    private void pause() {
        try {
            var ignored = new CountDownLatch(1).await(pace.look().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReanalysisRefusedException("it was broken off");
        }
    }
}
