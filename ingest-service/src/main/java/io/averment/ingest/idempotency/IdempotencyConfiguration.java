package io.averment.ingest.idempotency;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the answers of requests with an Idempotency-Key are kept, and how large such a batch may be. */
@ConfigMapping(prefix = "averment.ingest.idempotency")
public interface IdempotencyConfiguration {
    /** How long an answer is kept; after that the key is free again. */
    @WithDefault("24h")
    Duration retention();

    /**
     * How long a key is held for a request that does not end, because the service died: until then its repetitions are
     * answered 409. Longer than any request that is under way, or it is carried out twice, which harms nothing.
     */
    @WithDefault("5m")
    Duration hold();

    /** The most bytes of a batch with a key: it is read whole before it is begun. Without a key it may have any size. */
    @WithDefault("8M")
    MemorySize maxBatchSize();

    /** The most lines of a batch with a key, since all its results are kept. */
    @WithDefault("10000")
    int maxBatchLines();
}
