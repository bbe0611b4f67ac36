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

class TimeMeasurementTest {

    @TempDir
    private Path folder = Path.of("");

    private final TimeMeasurement measurement = new TimeMeasurement(report -> List.of());

    private List<Figure> measure() throws IOException {
        return measurement.measure(new CorpusFolder(null), new CorpusFolder(folder.resolve("evaluation")));
    }

    @Test
    void sayWhichCorpusIsNotThere() throws IOException {
        List<Figure> figures = measure();
        assertEquals(10, figures.size());
        assertEquals(new Figure.Missing("times, timebank, tuning half, value F1", "time/timebank"), figures.getFirst());
        assertEquals(new Figure.Missing("times, own test, value F1", "corpus/times/times.test"), figures.getLast());
    }

    @Test
    void giveFiveFiguresForOwnPart() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus").resolve("times"));
        Files.writeString(corpus.resolve("times.test"), "== p\nIn [DATE 2014|2014].\n");
        List<Figure> figures = measure();
        assertEquals(9 + 5, figures.size());
        assertEquals(new Figure.Measured("times, own test, value recall", 0), figures.get(figures.size() - 2));
    }

    @Test
    void cutSetsByName() {
        assertTrue(TimeMeasurement.isTuning("19_RussoJap"));
        assertFalse(TimeMeasurement.isTuning("17_AlgerianWar"));
    }
}
