package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.StatementAnnotator;
import java.util.List;
import java.util.function.Function;

/** The statements that a pipeline finds in a report. */
final class StatementReading implements Function<Report, List<Statement>> {

    private final Pipeline pipeline;

    StatementReading(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** @throws IllegalStateException if an annotator fails: figures of what is left would say nothing */
    @Override
    public List<Statement> apply(Report report) {
        return switch (pipeline.analyse(report)) {
            case Outcome.Completed(var analysis) -> analysis.document().get(StatementAnnotator.STATEMENTS);
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new IllegalStateException("The annotator " + annotator + " failed", cause);
        };
    }
}
