package io.averment.analysis.server;

import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.knowledge.KnowledgeFolder;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What the server's beans share with the command, which builds it by hand. */
@Singleton
class Composition {

    /** Built at start-up, so that a broken pipeline is never ready. */
    @Produces
    @Singleton
    @Startup
    Pipeline pipeline(KnowledgeConfiguration configuration) {
        return StandardPipeline.build(
                configuration.folder().map(KnowledgeFolder::read).orElse(List.of()));
    }

    @Produces
    @Singleton
    AnalysisWriter writer() {
        return new AnalysisWriter();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
