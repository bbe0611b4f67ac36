package io.averment.ingest.audit;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.problem.Unavailability;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings entries to the database on a thread of its own, in batches, off the way of requests. Each request takes a place before it
 * is served and its entry keeps it until it is committed, so that what waits is bounded and an entry always has room. While the
 * database is away the same batch is tried again; what is left when stopping fails is counted and told. Thread-safe.
 */
@ApplicationScoped
class AuditTrail {
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);

    private final AuditStorage store;
    private final AuditConfiguration configuration;
    private final Semaphore places;
    private final LinkedBlockingQueue<AuditEntry> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Counter written;
    private final Counter lost;
    private volatile @Nullable Thread writer;

    AuditTrail(AuditStorage store, AuditConfiguration configuration, MeterRegistry meters) {
        if (configuration.places() < 1 || configuration.batch() < 1) {
            throw new IllegalStateException(
                    "averment.ingest.audit.places and averment.ingest.audit.batch must be positive");
        }
        this.store = store;
        this.configuration = configuration;
        this.places = new Semaphore(configuration.places());
        this.written = meters.counter("averment.ingest.audit.written");
        this.lost = meters.counter("averment.ingest.audit.lost");
        meters.gauge("averment.ingest.audit.waiting", waiting, LinkedBlockingQueue::size);
    }

    void start(@Observes StartupEvent event) {
        writer = Thread.ofPlatform().name("audit-writer").daemon().start(this::run);
    }

    /** Takes a place for a request that is about to be served; false when there is none. Never blocks. */
    boolean takePlace() {
        return places.tryAcquire();
    }

    /** Gives the place of a request back of which nothing is to be recorded. */
    void givePlaceBack() {
        places.release();
    }

    /** Records a request that has taken a place. Never blocks. */
    void record(AuditEntry entry) {
        waiting.add(entry);
    }

    /** Says that a request went by without a place and so without an entry. */
    void lose(int entries) {
        lost.increment(entries);
        LOG.errorf("Requests were not recorded in the audit log. entries=%d", entries);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        Thread running = writer;
        if (running != null) {
            boolean ended = running.join(configuration.stopTimeout());
            int left = waiting.size();
            if (left > 0) {
                lose(left);
            } else if (!ended) {
                LOG.error("The audit log's last entries were not written in time.");
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        try {
            List<AuditEntry> batch = new ArrayList<>();
            while (!isStopping() || !waiting.isEmpty()) {
                AuditEntry first = waiting.poll(isStopping() ? 0 : POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, configuration.batch() - 1);
                if (!writeByTenant(batch)) {
                    return;
                }
                batch.clear();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** One transaction a tenant, so that none is repeated when another fails. False when the service stops with entries left. */
    private boolean writeByTenant(List<AuditEntry> batch) throws InterruptedException {
        Map<Tenant, List<AuditEntry>> byTenant = batch.stream()
                .collect(Collectors.groupingBy(AuditEntry::tenant, LinkedHashMap::new, Collectors.toList()));
        int left = batch.size();
        for (Map.Entry<Tenant, List<AuditEntry>> own : byTenant.entrySet()) {
            if (!writeThroughOutages(own.getKey(), own.getValue())) {
                lose(left);
                return false;
            }
            left -= own.getValue().size();
            places.release(own.getValue().size());
        }
        return true;
    }

    /** False when the service stops before the database is back. */
    private boolean writeThroughOutages(Tenant tenant, List<AuditEntry> batch) throws InterruptedException {
        boolean told = false;
        while (true) {
            try {
                store.add(tenant, batch);
                written.increment(batch.size());
                return true;
            } catch (RuntimeException failure) {
                if (!Unavailability.isBehind(failure)) {
                    // It will never be taken; what it says must not keep all others from being written.
                    lose(batch.size());
                    LOG.errorf(
                            "The database refuses entries. failure=%s",
                            failure.getClass().getName());
                    return true;
                }
                if (!told) {
                    LOG.warnf(failure, "The audit log cannot be written; trying again.");
                    told = true;
                }
                if (stopping.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
    }
}
