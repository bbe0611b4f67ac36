package io.averment.analysis.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much is done at once over HTTP. */
@ConfigMapping(prefix = "averment.http")
interface HttpConfiguration {

    /**
     * Requests that are read, analysed and written at the same time; each needs about 30 bytes of memory a character besides its
     * body and its answer.
     */
    @WithDefault("8")
    @Min(1)
    int concurrency();

    /** How long a request waits for its turn before it is answered 503. */
    @WithDefault("PT5S")
    Duration longestWait();

    /** The largest body, in bytes. Enough for the longest text with every character escaped. */
    @WithDefault("4194304")
    @Min(1024)
    int largestBody();

    /**
     * The largest answer, in bytes; a text whose analysis is larger is answered 413. An answer is held in memory until the
     * client has taken it.
     */
    @WithDefault("16777216")
    @Min(1024)
    int largestAnswer();
}
