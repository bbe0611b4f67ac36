package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How well the whole pipeline finds statements and their speakers: in the attributions of political news (development part, and a
 * tenth of the training part that nothing was tuned on), and in the project's own corpus.
 */
final class StatementMeasurement implements Measurement {

    private static final String DEVELOPMENT = "attribution/dev";
    private static final String TRAINING = "attribution/train";
    private static final String END_TO_END = "end-to-end F1";
    private static final String TIME = "time of saying, F1";
    private static final int HELD_OUT_OF = 10;

    private final Function<Report, List<Statement>> reading;

    StatementMeasurement(Pipeline pipeline) {
        this(new StatementReading(pipeline));
    }

    /** @param reading what the pipeline finds in a report */
    StatementMeasurement(Function<Report, List<Statement>> reading) {
        this.reading = reading;
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        List<Figure> figures = new ArrayList<>();
        addAttributions("PolNeAR dev", DEVELOPMENT, name -> true, data, figures);
        addAttributions("PolNeAR held-out tenth", TRAINING, StatementMeasurement::isHeldOut, data, figures);
        Path evaluation = own.root() == null ? Path.of("evaluation") : own.root();
        Path corpus = evaluation.resolveSibling("corpus").resolve("statements");
        addOwn("own train", corpus.resolve("statements.train"), figures);
        addOwn("own test", corpus.resolve("statements.test"), figures);
        addTimes("own train", corpus.resolve("said-at.train"), figures);
        addTimes("own test", corpus.resolve("said-at.test"), figures);
        return figures;
    }

    /** Whether a text of the training part is in the tenth that rules are not tuned on. */
    static boolean isHeldOut(String name) {
        return (name.hashCode() & Integer.MAX_VALUE) % HELD_OUT_OF == 0;
    }

    private void addAttributions(
            String title, String folder, Predicate<String> names, CorpusFolder data, List<Figure> figures)
            throws IOException {
        Path path = data.root() == null ? null : data.root().resolve(folder);
        if (path == null || !Files.isDirectory(path)) {
            figures.add(new Figure.Missing(row(title, END_TO_END), folder));
            return;
        }
        add(title, score(StandoffStatements.read(path, names)), figures);
    }

    private void addOwn(String title, Path file, List<Figure> figures) throws IOException {
        if (!Files.exists(file)) {
            figures.add(Figure.Missing.own(row(title, END_TO_END), "corpus/statements/" + file.getFileName()));
            return;
        }
        StatementScore score = score(MarkedStatements.read(file));
        add(title, score, figures);
        ReadingScore readings = score.readings();
        figures.add(new Figure.Measured(row(title, "speech act of found"), readings.acts()));
        figures.add(new Figure.Measured(row(title, "kind of found"), readings.kinds()));
        figures.add(new Figure.Measured(row(title, "hedging of found"), readings.hedges()));
        figures.add(new Figure.Measured(row(title, "media and agencies of found, F1"), readings.hopsF1()));
        figures.add(new Figure.Measured(row(title, "parent of found"), readings.parents()));
        figures.add(new Figure.Measured(row(title, TIME), score.times().f1()));
    }

    private void addTimes(String title, Path file, List<Figure> figures) throws IOException {
        String row = row("said at, " + title, TIME);
        if (Files.exists(file)) {
            figures.add(new Figure.Measured(
                    row, score(MarkedStatements.read(file)).times().f1()));
        } else {
            figures.add(Figure.Missing.own(row, "corpus/statements/" + file.getFileName()));
        }
    }

    private static void add(String title, StatementScore score, List<Figure> figures) {
        figures.add(new Figure.Measured(row(title, "direct content found"), score.found(Kind.DIRECT)));
        for (Kind kind : List.of(Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)) {
            String what = kind.name().toLowerCase(Locale.ROOT) + " end-to-end recall";
            figures.add(new Figure.Measured(row(title, what), score.endToEndRecall(kind)));
        }
        figures.add(new Figure.Measured(row(title, "content by characters F1"), score.charactersF1()));
        figures.add(new Figure.Measured(row(title, END_TO_END), score.endToEndF1()));
    }

    private static String row(String title, String what) {
        return "statements, " + title + ", " + what;
    }

    private StatementScore score(List<GoldReport> reports) {
        StatementScore score = new StatementScore();
        for (GoldReport report : reports) {
            score.add(report, reading.apply(report.report()));
        }
        return score;
    }
}
