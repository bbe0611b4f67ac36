package io.averment.ingest.ingestion;

import io.averment.ingest.article.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many batches are read at a time, in all and of each tenant. Thread-safe; nobody waits. */
@ApplicationScoped
class BatchPlaces {
    private final int most;
    private final int mostOfTenant;
    private final Map<Tenant, Integer> taken = new HashMap<>();

    BatchPlaces(IntakeConfiguration configuration) {
        this.most = configuration.maxBatches();
        this.mostOfTenant = configuration.maxBatchesPerTenant();
        if (most < 1 || mostOfTenant < 1) {
            throw new IllegalStateException(
                    "averment.ingest.intake.max-batches and max-batches-per-tenant must be positive");
        }
    }

    /** A place until it is closed, or nothing when all are taken. */
    synchronized Optional<Place> take(Tenant tenant) {
        var all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= most || taken.getOrDefault(tenant, 0) >= mostOfTenant) {
            return Optional.empty();
        }
        taken.merge(tenant, 1, Integer::sum);
        return Optional.of(new Place(tenant));
    }

    private synchronized void giveBack(Place place) {
        if (place.isTaken) {
            place.isTaken = false;
            taken.computeIfPresent(place.tenant, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /** One batch's place. */
    final class Place implements Closeable {
        private final Tenant tenant;
        private boolean isTaken = true;

        private Place(Tenant tenant) {
            this.tenant = tenant;
        }

        /** Gives the place back; the second time changes nothing. */
        @Override
        public void close() {
            giveBack(this);
        }
    }
}
