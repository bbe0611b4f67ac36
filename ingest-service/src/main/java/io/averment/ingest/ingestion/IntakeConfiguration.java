package io.averment.ingest.ingestion;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is read of what clients send, and for how long. */
@ConfigMapping(prefix = "averment.ingest.intake")
public interface IntakeConfiguration {
    /**
     * The longest body of a single report, and the longest line of a batch, in bytes. The longest text written entirely
     * in JSON escapes takes 3 MiB, so a smaller value refuses texts that are allowed. A batch itself may be of any size.
     */
    @WithDefault("4M")
    MemorySize maxReportSize();

    /**
     * Batches that this instance reads at a time, of all tenants together; the next one is refused with 429. Each holds a
     * thread of {@code quarkus.thread-pool.max-threads} for as long as its sender sends, so this must stay well below.
     */
    @WithDefault("8")
    int maxBatches();

    /** Batches of one tenant that this instance reads at a time, so that no tenant takes all places. */
    @WithDefault("2")
    int maxBatchesPerTenant();

    /**
     * How long one batch is read, so that a sender who trickles holds his place no longer than that. What was not read in
     * time has to be sent as another batch. A sender who stalls altogether is left earlier, by
     * {@code quarkus.http.read-timeout} when he sends nothing and {@code quarkus.http.idle-timeout} when he reads nothing.
     */
    @WithDefault("1h")
    Duration maxBatchDuration();
}
