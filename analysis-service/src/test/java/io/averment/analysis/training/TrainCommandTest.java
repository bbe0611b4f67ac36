package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int train(String... arguments) {
        return TrainCommand.run(
                List.of(arguments), List.of(new Stub()), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private static final class Stub implements ModelTraining {

        @Override
        public String name() {
            return "stub";
        }

        @Override
        public byte[] train(CorpusFolder data, PrintStream progress) throws IOException {
            return Files.readAllBytes(data.find("text").orElseThrow(() -> new IOException("no text")));
        }
    }

    @Test
    void writeModelToItsFile() throws IOException {
        Files.write(folder.resolve("text"), new byte[] {1, 2});
        assertEquals(0, train(folder.toString(), "stub", "--data", folder.toString()));
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(folder.resolve("stub.model")));
    }

    @Test
    void refuseUnknownModel() {
        assertEquals(2, train(folder.toString(), "other"));
        assertEquals(
                "averment train: there is no model other; the models: stub\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void sayWhatIsMissing() {
        assertEquals(2, train(folder.toString(), "--data", folder.toString()));
        assertEquals("stub\naverment train: no text\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void askForFolderOfCorpora() {
        assertEquals(2, train(folder.toString(), "stub"));
        assertEquals(2, train(folder.toString(), "stub", "--data"));
        Path missing = folder.resolve("nowhere");
        assertEquals(2, train(folder.toString(), "--data", missing.toString()));
        assertEquals(
                List.of(
                        "averment train: needs --data DIR, the folder of the corpora",
                        "averment train: needs --data DIR, the folder of the corpora",
                        "averment train: " + missing + ": no such folder"),
                out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
