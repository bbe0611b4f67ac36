package io.averment.analysis.server;

import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the server's beans share with the command, which builds it by hand. */
@Singleton
class Composition {

    /** Built at start-up, so that a broken pipeline is never ready. */
    @Produces
    @Singleton
    @Startup
    Pipeline pipeline() {
        return StandardPipeline.build();
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
