package io.averment.ingest.outbox;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** A relay's configuration as a test wants it. */
record Settings(
        boolean enabled,
        int batchRows,
        MemorySize batchBytes,
        Duration pollInterval,
        Duration maxBackoff,
        Duration publishTimeout)
        implements RelayConfiguration {

    static Settings standard() {
        return new Settings(
                true,
                100,
                new MemorySize(BigInteger.valueOf(4 << 20)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20));
    }

    Settings withEnabled(boolean value) {
        return new Settings(value, batchRows, batchBytes, pollInterval, maxBackoff, publishTimeout);
    }

    Settings withBatchRows(int value) {
        return new Settings(enabled, value, batchBytes, pollInterval, maxBackoff, publishTimeout);
    }

    Settings withBatchBytes(MemorySize value) {
        return new Settings(enabled, batchRows, value, pollInterval, maxBackoff, publishTimeout);
    }

    Settings withPollInterval(Duration value) {
        return new Settings(enabled, batchRows, batchBytes, value, maxBackoff, publishTimeout);
    }

    Settings withMaxBackoff(Duration value) {
        return new Settings(enabled, batchRows, batchBytes, pollInterval, value, publishTimeout);
    }

    Settings withPublishTimeout(Duration value) {
        return new Settings(enabled, batchRows, batchBytes, pollInterval, maxBackoff, value);
    }
}
