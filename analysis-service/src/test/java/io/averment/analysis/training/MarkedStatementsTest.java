package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement.Kind;
import io.averment.analysis.statement.Statement.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedStatementsTest {

    @TempDir
    private Path folder = Path.of("");

    private List<GoldReport> read(String content) throws IOException {
        return MarkedStatements.read(Files.writeString(folder.resolve("a.train"), content));
    }

    private void refuse(String expected, String passage) {
        assertEquals(
                "a.train, passage p: " + expected,
                assertThrows(IOException.class, () -> read("== p\n" + passage)).getMessage());
    }

    private static List<String> words(GoldReport report, List<Span> spans) {
        return spans.stream().map(span -> span.of(report.text())).toList();
    }

    @Test
    void readSpansAndReadings() throws IOException {
        GoldReport report = read("""
                # A comment.
                == harbour
                published: 2025-08-18
                headline: Voss: no deal

                [s1 “Go,”] [s1.who,s2.who Voss] [s1.cue told] [s1.agency Tigris Wire] [s1.when Monday]. [s1 “\\[All\\] of you.”]
                She [s2.cue said] [s2 that [s3.who aides] [s3.cue denied] [s3 it]].
                s1: DIRECT DEMANDS
                s2: INDIRECT ASSERTS hedged
                s3: INDIRECT DENIES in s2
                """).getFirst();
        assertEquals("harbour", report.name());
        assertEquals(
                "Voss: no deal\n\n“Go,” Voss told Tigris Wire Monday. “[All] of you.”\n\nShe said that aides denied it.",
                report.text());
        assertEquals(13, report.headlineEnd());
        assertEquals("2025-08-18", report.report().publishedAt());
        GoldStatement first = report.statements().getFirst();
        assertEquals(List.of("“Go,”", "“[All] of you.”"), words(report, first.content()));
        assertEquals(List.of("told"), words(report, first.cue()));
        assertEquals(
                new GoldStatement.Reading(
                        Kind.DIRECT,
                        SpeechAct.DEMANDS,
                        false,
                        null,
                        List.of(new GoldStatement.Hop(Role.AGENCY, new Span(31, 42))),
                        List.of(new Span(43, 49))),
                first.reading());
        GoldStatement second = report.statements().get(1);
        assertEquals(first.speaker(), second.speaker());
        assertEquals(List.of("that aides denied it"), words(report, second.content()));
        assertEquals(
                new GoldStatement.Reading(Kind.INDIRECT, SpeechAct.ASSERTS, true, null, List.of(), List.of()),
                second.reading());
        assertEquals(
                new GoldStatement.Reading(Kind.INDIRECT, SpeechAct.DENIES, false, "s2", List.of(), List.of()),
                report.statements().get(2).reading());
    }

    @Test
    void refuseBrokenMarks() {
        refuse("a mark is not closed in its paragraph", "[s1 It sank.\ns1: INDIRECT ASSERTS\n");
        refuse("']' closes nothing", "It sank].\n");
        refuse("'[PERSON Voss' is no mark", "[PERSON Voss] left.\n");
        refuse("[s1] is empty or has blanks at its ends", "[s1 It sank ].\ns1: INDIRECT ASSERTS\n");
        refuse("'s1.whom' has no known role", "[s1.whom Voss] left.\ns1: INDIRECT ASSERTS\n");
        refuse("the headline is not the first line", "It sank.\nheadline: Ship sinks\n");
    }

    @Test
    void refuseBrokenReadings() {
        refuse("s1 has no line that says how it is meant", "[s1 It sank].\n");
        refuse("s1 has no content", "[s1.who Voss] left.\ns1: INDIRECT ASSERTS\n");
        refuse("'soon' is no date", "published: soon\n");
        refuse("it has two dates of publication", "published: 2025-08-18\npublished: 2025-08-18\n");
        refuse("s1 has two lines", "[s1 It sank].\ns1: INDIRECT ASSERTS\ns1: INDIRECT ASKS\n");
        refuse("'SHOUTS' is no kind or speech act", "[s1 It sank].\ns1: INDIRECT SHOUTS\n");
        refuse("s1 is in s2, which is not there", "[s1 It sank].\ns1: INDIRECT ASSERTS in s2\n");
        refuse(
                "s1 is not within s2",
                "[s1 It sank]. [s2 It rose].\ns1: INDIRECT ASSERTS in s2\ns2: INDIRECT ASSERTS\n");
    }

    @Test
    void refuseWrongFrame() {
        assertEquals(
                "a.train: text before the first passage",
                assertThrows(IOException.class, () -> read("It sank.\n")).getMessage());
        assertEquals(
                "a.train: two passages are called p",
                assertThrows(IOException.class, () -> read("== p\nIt.\n== p\nIt.\n"))
                        .getMessage());
    }
}
