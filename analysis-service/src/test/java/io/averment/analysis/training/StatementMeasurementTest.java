package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementMeasurementTest {

    @TempDir
    private Path folder = Path.of("");

    private final StatementMeasurement measurement = new StatementMeasurement(report -> List.of());

    @Test
    void sayWhichCorpusIsNotThere() throws IOException {
        assertEquals(
                List.of(
                        new Figure.Missing("statements, PolNeAR dev, end-to-end F1", "attribution/dev"),
                        new Figure.Missing("statements, PolNeAR held-out tenth, end-to-end F1", "attribution/train"),
                        Figure.Missing.own(
                                "statements, own train, end-to-end F1", "corpus/statements/statements.train"),
                        Figure.Missing.own("statements, own test, end-to-end F1", "corpus/statements/statements.test"),
                        Figure.Missing.own(
                                "statements, said at, own train, time of saying, F1",
                                "corpus/statements/said-at.train"),
                        Figure.Missing.own(
                                "statements, said at, own test, time of saying, F1", "corpus/statements/said-at.test")),
                measurement.measure(new CorpusFolder(null), new CorpusFolder(folder.resolve("evaluation"))));
    }

    @Test
    void giveTwelveFiguresForOwnPart() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus").resolve("statements"));
        Files.writeString(corpus.resolve("statements.test"), "== p\n[s1 It sank].\ns1: INDIRECT ASSERTS\n");
        Files.writeString(corpus.resolve("said-at.test"), "== p\n[s1 It sank].\ns1: INDIRECT ASSERTS\n");
        List<Figure> figures =
                measurement.measure(new CorpusFolder(null), new CorpusFolder(folder.resolve("evaluation")));
        assertEquals(3 + 12 + 2, figures.size());
        assertEquals(new Figure.Measured("statements, own test, time of saying, F1", 0), figures.get(14));
        assertEquals(new Figure.Measured("statements, said at, own test, time of saying, F1", 0), figures.getLast());
    }

    @Test
    void chooseHeldOutTenthByName() {
        assertTrue(StatementMeasurement.isHeldOut("\n"));
        assertFalse(StatementMeasurement.isHeldOut("a"));
    }
}
