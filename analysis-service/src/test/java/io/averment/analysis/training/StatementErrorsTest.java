package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.time.TimeExpression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementErrorsTest {

    @TempDir
    private Path folder = Path.of("");

    private static Statement found(String text, String content, String speaker) {
        return found(text, content, speaker, null);
    }

    private static Statement found(String text, String content, String speaker, @Nullable TimeExpression time) {
        Speaker who = new Speaker(List.of(span(text, speaker)), speaker, null, null);
        return new Statement(
                "s1",
                Statement.Kind.INDIRECT,
                SpeechAct.ASSERTS,
                false,
                List.of(span(text, content)),
                List.of(),
                List.of(span(text, "said")),
                null,
                null,
                who,
                List.of(),
                time);
    }

    private static Span span(String text, String words) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }

    @Test
    void sayWhyCorpusCannotBeRead() {
        Path missing = folder.resolve("nowhere");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        EvaluateCommand.Listing listing = (path, to) -> StatementErrors.print(path, report -> List.of(), to);
        assertEquals(2, EvaluateCommand.list(missing, listing, out));
        assertEquals(2, EvaluateCommand.list(folder, listing, out));
        assertEquals(
                List.of(
                        "averment evaluate: " + missing + ": no such file or folder",
                        "averment evaluate: " + folder.resolve("text") + ": no such file or folder"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void listTimesThatAreNotMarked() throws IOException {
        Path file = Files.writeString(folder.resolve("a.test"), """
                == p
                [s1.who Voss] [s1.cue said] on [s1.when Monday] [s1 it sank on Sunday].
                s1: INDIRECT ASSERTS
                """);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        StatementErrors.print(
                file,
                report -> List.of(found(report.text(), "it sank on Sunday", "Voss", time(report.text(), "Sunday"))),
                out);
        StatementErrors.print(
                file,
                report -> List.of(found(report.text(), "it sank on Sunday", "Voss", time(report.text(), "Monday"))),
                out);
        StatementErrors.print(file, report -> List.of(found(report.text(), "it sank on Sunday", "Voss")), out);
        assertEquals(
                List.of(
                        "WRONG_TIME\tp\tsaid\tit sank on Sunday\tMonday\tSunday",
                        "WRONG_TIME\tp\tsaid\tit sank on Sunday\tMonday\t"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static TimeExpression time(String text, String words) {
        return new TimeExpression(
                "t1",
                span(text, words),
                TimeExpression.Type.DATE,
                "x",
                null,
                null,
                null,
                TimeExpression.Anchor.NONE,
                null);
    }

    @Test
    void listErrorsByCause() throws IOException {
        Path file = Files.writeString(folder.resolve("a.test"), """
                == p
                [s1.who Voss] [s1.cue said] [s1 it sank], [s2.who Aides] [s2.cue said] [s2 ships burnt in the harbour all night], [s3 no one] was [s3.cue warned].
                Rain fell.
                s1: INDIRECT ASSERTS
                s2: INDIRECT ASSERTS
                s3: INDIRECT WARNS
                """);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StatementErrors.print(
                file,
                report -> List.of(
                        found(report.text(), "it sank", "Aides"),
                        found(report.text(), "ships burnt", "Aides"),
                        found(report.text(), "Rain fell", "Voss")),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "WRONG_SPEAKER\tp\tsaid\tVoss\tit sank\tAides\tit sank",
                        "BORDER\tp\tsaid\tAides\tships burnt in the harbour all night\tAides\tships burnt",
                        "MISSED\tp\twarned\t\tno one\t\t",
                        "SPURIOUS\tp\tsaid\t\t\tVoss\tRain fell"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
