package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitmentMeasurementTest {

    private static final Path CORPUS = Path.of("corpus", "commitments");

    @TempDir
    private Path folder = Path.of("");

    private final CommitmentMeasurement measurement = new CommitmentMeasurement(report -> List.of());

    @Test
    void sayWhichPartIsNotThere() throws IOException {
        assertEquals(
                List.of(
                        new Figure.Missing("commitments, own train, found F1", "corpus/commitments/commitments.train"),
                        new Figure.Missing("commitments, own test, found F1", "corpus/commitments/commitments.test")),
                measurement.measure(new CorpusFolder(null), new CorpusFolder(folder.resolve("evaluation"))));
    }

    @Test
    void giveTwelveFiguresForEachPart() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus").resolve("commitments"));
        Files.writeString(
                corpus.resolve("commitments.test"), "== p\npublished: 2024-05-14\nIt will [c1 sink].\nc1: FIRM\n");
        List<Figure> figures =
                measurement.measure(new CorpusFolder(null), new CorpusFolder(folder.resolve("evaluation")));
        assertEquals(1 + 12, figures.size());
        assertEquals(new Figure.Measured("commitments, own test, places of found, F1", 0), figures.getLast());
    }

    @Test
    void readOwnCorpusAndNoPassageTwice() throws IOException {
        List<GoldPassage> train = MarkedCommitments.read(CORPUS.resolve("commitments.train"));
        List<GoldPassage> test = MarkedCommitments.read(CORPUS.resolve("commitments.test"));
        Set<String> names = new HashSet<>();
        train.forEach(passage -> assertTrue(names.add(passage.name())));
        test.forEach(passage -> assertTrue(names.add(passage.name()), passage.name()));
        assertEquals(506, train.size());
        assertEquals(102, test.size());
    }
}
