package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The project's own corpora against the recorded figures, as {@code ./averment evaluate} without public corpora does. */
class OwnCorpusTest {

    @Test
    void keepRecordedFiguresOnOwnCorpora() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = EvaluateCommand.run(
                List.of(Path.of("evaluation").toString()),
                Measurements::standard,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(0, code, out.toString(StandardCharsets.UTF_8));
    }
}
