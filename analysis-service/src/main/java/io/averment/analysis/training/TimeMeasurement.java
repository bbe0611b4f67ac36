package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How well the pipeline finds and reads time expressions: in four public sets, each cut into a half whose errors may be looked at and
 * one of which nothing but the figures is, and in the project's own corpus.
 */
final class TimeMeasurement implements Measurement {

    private static final List<String> SETS = List.of("timebank", "aquaint", "wikinews", "wikiwars-test");

    private static final String VALUE = "value F1";

    /** Spreads the hashes of names that differ little; the golden ratio in 32 bits. */
    private static final int SPREAD = 0x9E3779B9;

    private final Function<Report, List<TimeExpression>> reading;

    TimeMeasurement(Pipeline pipeline) {
        this(report -> times(pipeline, report));
    }

    /** @param reading what the pipeline finds in a report */
    TimeMeasurement(Function<Report, List<TimeExpression>> reading) {
        this.reading = reading;
    }

    private static List<TimeExpression> times(Pipeline pipeline, Report report) {
        return switch (pipeline.analyse(report)) {
            case Outcome.Completed(var analysis) -> analysis.document().get(TimeAnnotator.TIMES);
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new IllegalStateException("The annotator " + annotator + " failed", cause);
        };
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String set : SETS) {
            Path folder =
                    data.root() == null ? null : data.root().resolve("time").resolve(set);
            for (boolean tuning : new boolean[] {true, false}) {
                String title = set + (tuning ? ", tuning half" : ", report half");
                if (folder == null || !Files.isDirectory(folder)) {
                    figures.add(new Figure.Missing(row(title, VALUE), "time/" + set));
                } else {
                    add(title, score(TimeCorpus.read(folder, name -> isTuning(name) == tuning)), figures);
                }
            }
        }
        Path evaluation = own.root() == null ? Path.of("evaluation") : own.root();
        Path corpus = evaluation.resolveSibling("corpus").resolve("times");
        for (String part : List.of("train", "test")) {
            Path file = corpus.resolve("times." + part);
            if (Files.exists(file)) {
                add("own " + part, score(MarkedTimes.read(file)), figures);
            } else {
                figures.add(new Figure.Missing(row("own " + part, VALUE), "corpus/times/" + file.getFileName()));
            }
        }
        return figures;
    }

    /** Whether a text is in the half whose errors may be looked at. */
    static boolean isTuning(String name) {
        return name.hashCode() * SPREAD >= 0;
    }

    private static void add(String title, TimeScore score, List<Figure> figures) {
        figures.add(new Figure.Measured(row(title, "strict F1"), score.strictF1()));
        figures.add(new Figure.Measured(row(title, "relaxed F1"), score.relaxedF1()));
        figures.add(new Figure.Measured(row(title, VALUE), score.valueF1()));
        figures.add(new Figure.Measured(row(title, "value recall"), score.valueRecall()));
        figures.add(new Figure.Measured(row(title, "type of found"), score.types()));
    }

    private static String row(String title, String what) {
        return "times, " + title + ", " + what;
    }

    private TimeScore score(List<GoldTimes> texts) {
        TimeScore score = new TimeScore();
        for (GoldTimes text : texts) {
            score.add(text.times(), reading.apply(text.report()));
        }
        return score;
    }
}
