package io.averment.analysis.server;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What a deployment knows beside what comes with the service. */
@ConfigMapping(prefix = "averment.knowledge")
interface KnowledgeConfiguration {

    /**
     * A folder of knowledge files (*.tsv; KNOWLEDGE.md says their format), read at start-up; none by default. They are part of the
     * pipeline's fingerprint, so analyses made with other files count as other analyses. A file with a line that the format does not
     * allow keeps the service from starting.
     */
    Optional<Path> folder();
}
