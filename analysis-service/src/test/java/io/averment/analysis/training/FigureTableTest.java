package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTableTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int evaluate(List<Figure> figures, String... more) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        out.reset();
        return EvaluateCommand.run(
                arguments, () -> List.of((data, own) -> figures), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void compareWithLastRecordedRun() {
        assertEquals(0, evaluate(List.of(new Figure.Measured("a set, LAS", 80)), "--record"));
        assertEquals(0, evaluate(List.of(new Figure.Measured("a set, LAS", 79.6))));
        assertEquals("""
                                                       now    last  change
                a set, LAS                           79.60   80.00   -0.40
                """, printed());
    }

    @Test
    void failOnDropOfMoreThanHalfPoint() {
        evaluate(List.of(new Figure.Measured("a", 80)), "--record");
        assertEquals(1, evaluate(List.of(new Figure.Measured("a", 79.4))));
        assertEquals(
                "fell by more than half a point: a", printed().lines().toList().getLast());
    }

    @Test
    void sayWhichCorpusIsNotThere() {
        assertEquals(0, evaluate(List.of(new Figure.Missing("a", "syntax/x.conllu")), "--data", folder.toString()));
        assertEquals(
                "a                                        -  not there: syntax/x.conllu",
                printed().lines().toList().get(1));
    }

    @Test
    void countRowsThatNeedFolder() {
        Figure ours = Figure.Missing.own("ours", "news.conllu");
        assertEquals(
                0,
                evaluate(List.of(new Figure.Missing("a", "syntax/x.conllu"), new Figure.Missing("b", "time/y"), ours)));
        assertEquals("""
                                                       now    last  change
                ours                                     -  not there: news.conllu
                2 rows need --data DIR, the public corpora
                """, printed());
    }

    @Test
    void refuseFolderThatIsNotThere() throws IOException {
        Path missing = folder.resolve("nowhere");
        assertEquals(2, evaluate(List.of(), "--data", missing.toString()));
        assertEquals("averment evaluate: " + missing + ": no such folder\n", printed());
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(2, evaluate(List.of(), "--data", file.toString()));
        assertEquals("averment evaluate: " + file + ": is no folder\n", printed());
    }

    @Test
    void keepRecordOfWhatIsNotMeasured() throws IOException {
        evaluate(List.of(new Figure.Measured("a", 80)), "--record");
        evaluate(List.of(new Figure.Measured("b", 70)), "--record");
        assertEquals(
                "# The figures of the last recorded run of `./averment evaluate`, in percent.\na\t80.00\nb\t70.00\n",
                Files.readString(folder.resolve("figures.tsv")));
    }

    @Test
    void refuseBrokenRecord() throws IOException {
        Files.writeString(folder.resolve("figures.tsv"), "a\t80\nb 70\n");
        assertEquals(
                "figures.tsv, line 2 is no name, tab, number",
                assertThrows(IOException.class, () -> FigureTable.read(folder.resolve("figures.tsv")))
                        .getMessage());
        assertEquals(2, evaluate(List.of()));
    }

    @Test
    void refuseUnknownArgument() {
        assertEquals(2, evaluate(List.of(), "--dta"));
        assertEquals("averment evaluate: what is --dta?\n", printed());
        assertEquals(2, evaluate(List.of(), "--data"));
        assertEquals("averment evaluate: --data needs a folder\n", printed());
        assertEquals(2, evaluate(List.of(), "--record", "--errors", "x"));
        assertEquals("averment evaluate: --errors needs one path, and no other option\n", printed());
    }
}
