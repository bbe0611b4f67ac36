package io.averment.ingest.outbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this instance brings accepted articles to the broker. */
@ConfigMapping(prefix = "averment.ingest.relay")
public interface RelayConfiguration {
    /** The most rows that a batch can be configured to have: the sends that may wait in memory at a time. */
    int MAX_BATCH_ROWS = 500;

    /** Twice this and some more is what a transaction may last ({@code quarkus.transaction-manager.default-transaction-timeout}). */
    Duration MAX_PUBLISH_TIMEOUT = Duration.ofSeconds(25);

    /** Whether this instance publishes. Any number of instances may; with none, articles are accepted and wait. */
    @WithDefault("true")
    boolean enabled();

    /** Messages in a batch, at most; 1 to {@value #MAX_BATCH_ROWS}. */
    @WithDefault("100")
    int batchRows();

    /** Payload in a batch, up to one message more. Bounds the memory of a relay that has much to catch up with. */
    @WithDefault("4M")
    MemorySize batchBytes();

    /**
     * How long to rest when nothing waits; more than nothing. An instance wakes its own relay with each commit, so this delays only what
     * another instance accepted before it died.
     */
    @WithDefault("1s")
    Duration pollInterval();

    /** The longest rest while broker or database is away, more than nothing; rests double up to it. */
    @WithDefault("10s")
    Duration maxBackoff();

    /**
     * How long to wait for the broker's answer to the first message of a batch, and then for those to the others. Longer
     * than the producer's {@code delivery.timeout.ms}, so that what is given up here has been given up there too and cannot
     * arrive behind its successor; twice this must fit into the relay's transaction, so 25 s at most.
     */
    @WithDefault("20s")
    Duration publishTimeout();
}
