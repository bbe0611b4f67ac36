package io.averment.analysis.training;

import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code evaluate [--data DIR] [--record]}: measures the models and compares the figures with those of the last recorded run.
 * {@code evaluate --errors PATH} lists the errors in the statements or the commitments of a corpus instead.
 */
public final class EvaluateCommand {

    private static final String FIGURES = "figures.tsv";

    /** What the names of the files of that corpus begin with. */
    private static final String COMMITMENTS = "commitments.";

    private EvaluateCommand() {}

    /** The first argument is the folder of the project's own corpora and of the record; the exit code tells of drops. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 3 && arguments[1].equals("--errors")) {
            Path corpus = Path.of(arguments[2]);
            System.exit(list(corpus, listing(corpus), out));
        }
        System.exit(run(List.of(arguments), Measurements::standard, out));
    }

    /** Prints the errors in a corpus. */
    interface Listing {
        void print(Path corpus, PrintStream out) throws IOException;
    }

    /** A corpus of commitments is told by its name; any other is one of statements. */
    private static Listing listing(Path corpus) {
        Pipeline pipeline = StandardPipeline.build();
        Path name = corpus.getFileName();
        return name != null && name.toString().startsWith(COMMITMENTS)
                ? (path, out) -> CommitmentErrors.print(path, new CommitmentReading(pipeline), out)
                : (path, out) -> StatementErrors.print(path, new StatementReading(pipeline), out);
    }

    /** 0 when the errors are listed, 2 for a corpus that cannot be read. */
    static int list(Path corpus, Listing listing, PrintStream out) {
        try {
            listing.print(corpus, out);
            return 0;
        } catch (IOException e) {
            return fault(Unreadable.why(e), out);
        }
    }

    private static int fault(String why, PrintStream out) {
        out.println("averment evaluate: " + why);
        return 2;
    }

    /**
     * Measures.
     *
     * @param measurements asked for when the arguments are known to be right, since models take a while to load
     * @return 0 when no figure fell, 1 when one did, 2 for wrong arguments or a corpus that cannot be read
     */
    static int run(List<String> arguments, Supplier<List<Measurement>> measurements, PrintStream out) {
        Path own = Path.of(arguments.getFirst());
        CorpusFolder data = new CorpusFolder(null);
        boolean record = false;
        try {
            for (int i = 1; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--data" -> {
                        if (++i == arguments.size()) {
                            return fault("--data needs a folder", out);
                        }
                        data = CorpusFolder.at(Path.of(arguments.get(i)));
                    }
                    case "--record" -> record = true;
                    case "--errors" -> {
                        return fault("--errors needs one path, and no other option", out);
                    }
                    default -> {
                        return fault("what is " + arguments.get(i) + "?", out);
                    }
                }
            }
            return compare(measurements.get(), data, own, record, out);
        } catch (IOException e) {
            return fault(Unreadable.why(e), out);
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
        out.print(table.render(figures, data.root() != null));
        if (record) {
            Files.writeString(own.resolve(FIGURES), table.recorded(figures));
            return 0;
        }
        List<Figure.Measured> dropped = table.dropped(figures);
        dropped.forEach(figure -> out.println("fell by more than half a point: " + figure.name()));
        return dropped.isEmpty() ? 0 : 1;
    }
}
