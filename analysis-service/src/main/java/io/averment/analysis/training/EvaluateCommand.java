package io.averment.analysis.training;

import io.averment.analysis.pipeline.StandardPipeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code evaluate [--data DIR] [--record]}: measures the models and compares the figures with those of the last recorded run.
 * {@code evaluate --errors PATH} lists the errors in the statements of a corpus instead.
 */
public final class EvaluateCommand {

    private static final String FIGURES = "figures.tsv";

    private EvaluateCommand() {}

    /** The first argument is the folder of the project's own corpora and of the record; the exit code tells of drops. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean isList = arguments.length == 3 && arguments[1].equals("--errors");
        System.exit(isList ? list(Path.of(arguments[2]), out) : run(List.of(arguments), Measurements.standard(), out));
    }

    private static int list(Path corpus, PrintStream out) {
        try {
            StatementErrors.print(corpus, new StatementReading(StandardPipeline.build()), out);
            return 0;
        } catch (IOException e) {
            out.println("averment evaluate: " + e.getMessage());
            return 2;
        }
    }

    /** 0 when no figure fell, 1 when one did, 2 for wrong arguments or a corpus that cannot be read. */
    static int run(List<String> arguments, List<Measurement> measurements, PrintStream out) {
        Path own = Path.of(arguments.getFirst());
        Path data = null;
        boolean record = false;
        for (int i = 1; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--data" -> {
                    if (++i == arguments.size()) {
                        out.println("averment evaluate: --data needs a folder");
                        return 2;
                    }
                    data = Path.of(arguments.get(i));
                }
                case "--record" -> record = true;
                default -> {
                    out.println("averment evaluate: what is " + arguments.get(i) + "?");
                    return 2;
                }
            }
        }
        try {
            return compare(measurements, new CorpusFolder(data), own, record, out);
        } catch (IOException e) {
            out.println("averment evaluate: " + e.getMessage());
            return 2;
        }
    }

    private static int compare(
            List<Measurement> measurements, CorpusFolder data, Path own, boolean record, PrintStream out)
            throws IOException {
        FigureTable table = FigureTable.read(own.resolve(FIGURES));
        List<Figure> figures = new ArrayList<>();
        for (Measurement measurement : measurements) {
            figures.addAll(measurement.measure(data, new CorpusFolder(own)));
        }
        out.print(table.render(figures));
        if (record) {
            Files.writeString(own.resolve(FIGURES), table.recorded(figures));
            return 0;
        }
        List<Figure.Measured> dropped = table.dropped(figures);
        dropped.forEach(figure -> out.println("fell by more than half a point: " + figure.name()));
        return dropped.isEmpty() ? 0 : 1;
    }
}
