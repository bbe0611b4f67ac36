package io.averment.ingest.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides whether clients may make requests. Over all replicas a client never gets more than its limit in a window. It may get
 * less: what another replica has taken and not used, an eighth of the limit at most for each and usually a few requests. Most
 * decisions touch memory only. Thread-safe.
 */
@ApplicationScoped
class Allowances {
    private static final int MANY_CLIENTS = 10_000;

    private final LeaseStore store;
    private final AllowanceConfiguration configuration;
    private final Map<Client, Share> shares = new ConcurrentHashMap<>();

    Allowances(LeaseStore store, AllowanceConfiguration configuration) {
        this.store = store;
        this.configuration = configuration;
        if (configuration.requests() < 1
                || configuration.applications().values().stream().anyMatch(requests -> requests < 1)) {
            throw new IllegalStateException("averment.allowance.requests and .applications must be 1 or more");
        }
        if (configuration.window().toSeconds() < 1 || configuration.window().toDays() > 366) {
            throw new IllegalStateException("averment.allowance.window must be a second or more, and at most a year");
        }
    }

    /** Counts one request of the client, if it may make one. */
    Decision decide(Client client) {
        int limit = configuration.applications().getOrDefault(client.application(), configuration.requests());
        if (shares.size() > MANY_CLIENTS) {
            shares.values().removeIf(Share::isOver);
        }
        return shares.computeIfAbsent(client, any -> new Share()).decide(client, limit);
    }

    Duration window() {
        return configuration.window();
    }

    /** What this replica has taken of a client's window. Other requests of the client wait while more is being taken. */
    private final class Share {
        private int left;
        private int unclaimed;
        private long end = System.nanoTime();

        synchronized Decision decide(Client client, int limit) {
            if (isOver() || (left == 0 && unclaimed > 0)) {
                LeaseStore.Lease lease = store.take(client, limit, configuration.window());
                left = lease.granted();
                unclaimed = lease.unclaimed();
                end = System.nanoTime() + lease.untilReset().toNanos();
            }
            boolean isAllowed = left > 0;
            if (isAllowed) {
                left--;
            }
            return new Decision(
                    isAllowed, limit, left + unclaimed, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }

        synchronized boolean isOver() {
            return System.nanoTime() - end >= 0;
        }
    }
}
