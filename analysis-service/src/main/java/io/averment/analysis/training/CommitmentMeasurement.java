package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How well commitments are found in the project's own corpus: a block of rows for its training part, one for its test part. */
final class CommitmentMeasurement implements Measurement {

    private static final String FOUND = "found F1";

    private final Function<Report, List<FoundCommitment>> reading;

    /** @param reading what the pipeline finds in a report */
    CommitmentMeasurement(Function<Report, List<FoundCommitment>> reading) {
        this.reading = reading;
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        List<Figure> figures = new ArrayList<>();
        Path evaluation = own.root() == null ? Path.of("evaluation") : own.root();
        Path corpus = evaluation.resolveSibling("corpus").resolve("commitments");
        add("own train", corpus.resolve("commitments.train"), figures);
        add("own test", corpus.resolve("commitments.test"), figures);
        return figures;
    }

    private void add(String title, Path file, List<Figure> figures) throws IOException {
        if (!Files.exists(file)) {
            figures.add(new Figure.Missing(row(title, FOUND), "corpus/commitments/" + file.getFileName()));
            return;
        }
        CommitmentScore score = new CommitmentScore();
        for (GoldPassage passage : MarkedCommitments.read(file)) {
            score.add(passage, reading.apply(passage.report()));
        }
        figures.add(new Figure.Measured(row(title, FOUND), score.foundF1()));
        figures.add(new Figure.Measured(row(title, "actor and deadline F1"), score.actorAndDeadlineF1()));
        figures.add(new Figure.Measured(row(title, "actor of found"), score.actors()));
        figures.add(new Figure.Measured(row(title, "deadline of found"), score.deadlines()));
        figures.add(new Figure.Measured(row(title, "strength of found"), score.strengths()));
        figures.add(new Figure.Measured(row(title, "negation of found"), score.negations()));
        figures.add(new Figure.Measured(row(title, "announcer of found"), score.announcers()));
        figures.add(new Figure.Measured(row(title, "outcome of found, F1"), score.outcomesF1()));
        figures.add(new Figure.Measured(row(title, "phase of found, F1"), score.phasesF1()));
        figures.add(new Figure.Measured(row(title, "condition of found, F1"), score.conditionsF1()));
        figures.add(new Figure.Measured(row(title, "object of found, F1"), score.objectsF1()));
        figures.add(new Figure.Measured(row(title, "places of found, F1"), score.placesF1()));
    }

    private static String row(String title, String what) {
        return "commitments, " + title + ", " + what;
    }
}
