package io.averment.analysis.training;

import io.averment.analysis.document.Report;
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

    /** @throws IllegalStateException if an annotator fails */
    @Override
    public List<Statement> apply(Report report) {
        return AnalysedDocument.of(pipeline, report).get(StatementAnnotator.STATEMENTS);
    }
}
