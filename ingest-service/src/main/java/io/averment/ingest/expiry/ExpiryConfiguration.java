package io.averment.ingest.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** When what has expired is deleted. */
@ConfigMapping(prefix = "averment.ingest.expiry")
interface ExpiryConfiguration {

    /** How often it is looked for, from a minute on. Default: 10 minutes. Longer keeps more of it, no more. */
    @WithDefault("PT10M")
    Duration interval();

    /**
     * How long entries of the audit log are kept, thirty days (P30D) at least; whole months go, so it may be a month longer. Default: for good.
     * What is gone cannot be had back.
     */
    Optional<Duration> auditKept();
}
