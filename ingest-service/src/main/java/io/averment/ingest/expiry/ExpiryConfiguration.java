package io.averment.ingest.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When what has expired is deleted. */
@ConfigMapping(prefix = "averment.ingest.expiry")
interface ExpiryConfiguration {

    /** How often it is looked for, from a minute on. Default: 10 minutes. Longer keeps more of it, no more. */
    @WithDefault("PT10M")
    Duration interval();
}
