package io.averment.analysis.bench;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One annotator of the standard pipeline, or all of them, over the {@linkplain OwnReports own reports}; one operation is all reports once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
public class AnalysisBenchmark {

    /** What {@link #stage} says for the whole pipeline. */
    static final String WHOLE = "whole pipeline";

    /** Folder of the analysis service. */
    @Param("analysis-service")
    public String module = "";

    /** Name of the annotator. */
    @Param(WHOLE)
    public String stage = "";

    private final List<Report> reports = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Annotator<?>> measured = new ArrayList<>();

    /** Gives each document what the annotators before the measured one add to it. */
    @Setup
    public void prepare() throws IOException {
        Pipeline pipeline = StandardPipeline.build();
        reports.addAll(OwnReports.read(Path.of(module)));
        reports.forEach(report -> documents.add(Document.of(report)));
        for (Annotator<?> annotator : pipeline.annotators()) {
            if (annotator.name().equals(stage)) {
                measured.add(annotator);
                return;
            }
            if (stage.equals(WHOLE)) {
                measured.add(annotator);
            } else {
                documents.replaceAll(document -> extended(annotator, document));
            }
        }
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("There is no annotator " + stage);
        }
    }

    @Benchmark
    public void annotate(ProcessorTime time, Blackhole sink) {
        for (Document document : documents) {
            Document grown = document;
            for (Annotator<?> annotator : measured) {
                grown = extended(annotator, grown);
            }
            sink.consume(grown);
        }
        time.rounds++;
    }

    /** A document with one layer more. */
    static <T> Document extended(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), annotator.annotate(document));
    }
}
