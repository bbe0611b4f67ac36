package io.averment.ingest.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether accepted articles reach the broker. Tells operators and stops nothing: while the broker is away this service
 * goes on accepting, so neither liveness nor readiness depends on it.
 */
@Wellness
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final RelayLoop relay;

    RelayHealth(RelayLoop relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay")
                .status(!relay.isBlocked())
                .withData("pending", relay.backlog().pending())
                .build();
    }
}
