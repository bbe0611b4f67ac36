package io.averment.stack.upgrade;

import io.averment.stack.run.ServiceProgram;
import java.util.Optional;

/**
 * What a service reads from the broker on the lane {@code live}.
 *
 * @param channel its name in the environment
 * @param group its consumer group, which both versions are members of
 * @param topic what it reads
 */
record Consumption(String channel, String group, String topic) {

    static final String ANALYSES = "averment.analyses.live.v1";

    /** Empty for ingest-service, which reads nothing. */
    static Optional<Consumption> of(ServiceProgram service) {
        return switch (service) {
            case INGEST -> Optional.empty();
            case ANALYSIS ->
                Optional.of(new Consumption("ARTICLES", "averment-analysis-live", "averment.articles.live.v1"));
            case QUERY -> Optional.of(new Consumption("ANALYSES", "averment-query-live", ANALYSES));
        };
    }
}
