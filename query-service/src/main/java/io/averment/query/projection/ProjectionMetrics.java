package io.averment.query.projection;

import io.averment.query.record.Effect;
import io.averment.query.record.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what became of messages: {@code averment.query.projected}, {@code averment.query.withdrawn} and
 * {@code averment.query.dead}. */
@Startup
@ApplicationScoped
class ProjectionMetrics {
    private static final String PROJECTED = "averment.query.projected";
    private static final String WITHDRAWN = "averment.query.withdrawn";
    private static final String DEAD = "averment.query.dead";

    private final MeterRegistry registry;

    /** Registers every counter, so that each is there, at zero, before anything happens. */
    ProjectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Lane lane : Lane.values()) {
            for (Effect effect : Effect.values()) {
                countProjected(lane, effect, 0);
            }
        }
        countWithdrawn(Effect.APPLIED, 0);
        countWithdrawn(Effect.REPEATED, 0);
        countWithdrawn(Effect.ERASED, 0);
        for (DeadMessageException.Code code : DeadMessageException.Code.values()) {
            registry.counter(DEAD, "code", code.name());
        }
    }

    void projected(Lane lane, Effect effect) {
        countProjected(lane, effect, 1);
    }

    void withdrawn(Effect effect) {
        countWithdrawn(effect, 1);
    }

    void dead(DeadMessageException.Code code) {
        registry.counter(DEAD, "code", code.name()).increment();
    }

    private void countWithdrawn(Effect effect, int messages) {
        registry.counter(WITHDRAWN, "effect", effect.name().toLowerCase(Locale.ROOT))
                .increment(messages);
    }

    private void countProjected(Lane lane, Effect effect, int messages) {
        registry.counter(
                        PROJECTED, "lane", lane.label(), "effect", effect.name().toLowerCase(Locale.ROOT))
                .increment(messages);
    }
}
