package io.averment.analysis.http;

import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Analyses reports and writes the answers within their limit. Thread-safe. */
@Singleton
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Pipeline pipeline;
    private final AnalysisWriter writer;
    private final int largestAnswer;

    Answers(Pipeline pipeline, AnalysisWriter writer, HttpConfiguration configuration) {
        this.pipeline = pipeline;
        this.writer = writer;
        this.largestAnswer = configuration.largestAnswer();
    }

    /**
     * The analysis of a report, as JSON.
     *
     * @throws ProblemException if an essential annotator failed or the answer would be too large
     */
    byte[] to(Report report) {
        return switch (pipeline.analyse(report)) {
            case Outcome.Completed(Analysis analysis) -> bytes(analysis);
            case Outcome.Failed(String annotator, RuntimeException cause) -> {
                LOG.errorf(
                        "An annotator failed: annotator=%s failure=%s",
                        annotator, cause.getClass().getName());
                throw new ProblemException(ProblemType.INTERNAL, "The text could not be analysed.");
            }
        };
    }

    private byte[] bytes(Analysis analysis) {
        Bounded out = new Bounded(largestAnswer);
        try {
            writer.write(analysis, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.bytes.toByteArray();
    }

    /** Memory up to a limit. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int largest;

        Bounded(int largest) {
            this.largest = largest;
        }

        @Override
        public void write(int value) {
            require(1);
            bytes.write(value);
        }

        @Override
        public void write(byte[] values, int start, int length) {
            require(length);
            bytes.write(values, start, length);
        }

        private void require(int more) {
            if (more > largest - bytes.size()) {
                throw new ProblemException(
                        ProblemType.ANALYSIS_TOO_LARGE,
                        "An analysis has at most " + largest + " bytes; send less text.");
            }
        }
    }
}
