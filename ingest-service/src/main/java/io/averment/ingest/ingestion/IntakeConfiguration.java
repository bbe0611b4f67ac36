package io.averment.ingest.ingestion;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is read of what clients send. */
@ConfigMapping(prefix = "averment.ingest.intake")
public interface IntakeConfiguration {
    /**
     * The longest body of a single report, and the longest line of a batch, in bytes. The longest text written entirely
     * in JSON escapes takes 3 MiB, so a smaller value refuses texts that are allowed. A batch itself may be of any size.
     */
    @WithDefault("4M")
    MemorySize maxReportSize();
}
