package io.averment.analysis.http;

import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Analyses a bounded number of reports at once; the others wait a while, then are turned away. Thread-safe. */
@Singleton
class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final Pipeline pipeline;
    private final Semaphore free;
    private final Duration longestWait;

    Turns(Pipeline pipeline, HttpConfiguration configuration) {
        this.pipeline = pipeline;
        this.free = new Semaphore(configuration.concurrency(), true);
        this.longestWait = configuration.longestWait();
    }

    /**
     * Waits for a turn and analyses.
     *
     * @throws ProblemException if no turn came in time or an essential annotator failed
     */
    Analysis analyse(Report report) {
        if (!acquire()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "Too many texts are being analysed.");
        }
        try {
            return switch (pipeline.analyse(report)) {
                case Outcome.Completed(Analysis analysis) -> analysis;
                case Outcome.Failed(String annotator, RuntimeException cause) -> {
                    LOG.errorf(
                            "An annotator failed: annotator=%s failure=%s",
                            annotator, cause.getClass().getName());
                    throw new ProblemException(ProblemType.INTERNAL, "The text could not be analysed.");
                }
            };
        } finally {
            free.release();
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
