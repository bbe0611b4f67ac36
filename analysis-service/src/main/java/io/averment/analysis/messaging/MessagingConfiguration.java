package io.averment.analysis.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** Which articles are read and how analyses are published. */
@ConfigMapping(prefix = "averment.messaging")
interface MessagingConfiguration {

    /**
     * The lanes whose topics are read: {@code live}, {@code backfill}, {@code reanalysis}. A deployment for an archive reads only
     * {@code backfill}, so that it never delays news. Set through {@code averment.lanes}.
     */
    @NotEmpty
    List<String> lanes();

    /**
     * The largest analysis message, in bytes. The topics allow 8 MiB for a record with its headers; a text whose analysis is
     * larger ends as a dead letter.
     */
    @WithDefault("8000000")
    @Min(1024)
    int largestMessage();

    /** How long the first pause is after a message could not be published; each next one is twice as long. */
    @WithDefault("PT0.2S")
    Duration firstPause();

    /** No pause between two attempts to publish is longer. */
    @WithDefault("PT30S")
    Duration longestPause();
}
