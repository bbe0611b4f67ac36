package io.averment.ingest.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit log is written. */
@ConfigMapping(prefix = "averment.ingest.audit")
interface AuditConfiguration {

    /**
     * Entries that may wait in memory; 1 and up. When as many wait, because the database is away or slow, requests are answered 503
     * until some are written: nothing is served that cannot be recorded. A process that is killed loses what waits.
     */
    @WithDefault("10000")
    int places();

    /** Entries in one transaction, at most; 1 and up. */
    @WithDefault("500")
    int batch();

    /** How long stopping waits for the last entries to be written. */
    @WithDefault("15s")
    Duration stopTimeout();
}
