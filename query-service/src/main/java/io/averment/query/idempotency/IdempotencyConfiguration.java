package io.averment.query.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the answers of requests with an Idempotency-Key are kept. */
@ConfigMapping(prefix = "averment.idempotency")
public interface IdempotencyConfiguration {
    /** How long an answer is kept; after that the key is free again. */
    @WithDefault("24h")
    Duration retention();
}
