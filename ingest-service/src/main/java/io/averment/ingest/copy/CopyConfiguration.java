package io.averment.ingest.copy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long copies of a report are looked for. */
@ConfigMapping(prefix = "averment.ingest.copies")
public interface CopyConfiguration {
    /**
     * How long after an article's first acceptance a copy of it is still recognised. Samples of older articles are deleted; longer
     * costs the database about a kilobyte an article.
     */
    @WithDefault("14d")
    Duration window();
}
