package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.analysis.pipeline.StandardPipeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {

    private static final String TEXT = "\"We wait,\" Mara Voss said.";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(String input, String... arguments) {
        return run(out, Map.of("COLUMNS", "60"), input, arguments);
    }

    private int run(OutputStream target, Map<String, String> environment, String input, String... arguments) {
        return new AnalyzeCommand(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        target,
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        environment)
                .execute(List.of(arguments));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printQuotationsWithWhoAndThroughWhom() throws IOException {
        Path file = write(
                "report.txt", TEXT + "\n\"It will pass,\" she added.\n\"We wait!\" said Voss, the head of the port.\n");
        assertEquals(0, run("", "--outlet", "Harbour Post", "--published-at=2025-08-18", file.toString()));
        assertEquals(file + """
                 · Harbour Post · 2025-08-18
                3 statements, 2 with a speaker named in the sentence

                s1  "We wait,"
                    — Mara Voss (said), via Harbour Post

                s2  "It will pass,"
                    — Mara Voss, as “she” (added), via Harbour Post

                s3  "We wait!"
                    — Voss, the head of the port (said), via Harbour Post
                    the same words as s1

                """, printed());
        assertEquals("", complaints());
    }

    @Test
    void keepToTheWidthOfTheTerminal() {
        run("\"" + "We wait here ".repeat(40) + "now,\" Mara Voss said.");
        assertTrue(printed().lines().allMatch(line -> line.length() <= 60), printed());
    }

    @Test
    void printNoControlCharacters() {
        run("\"We \u001b[31mwait,\" Mara\u0007 Voss said.");
        assertTrue(printed().chars().allMatch(c -> c >= ' ' || c == '\n'), printed());
    }

    @Test
    void sayWhySpeakerIsUnresolved() {
        run("It rained.\n\n\"It will sink.\"\n\n"
                + "The port is old. \"We wait,\" she said. It was announced that the port would close.");
        assertEquals(
                List.of(
                        "    — unresolved, nobody is named in the sentence",
                        "    — unresolved, whom “she” means is not certain (said)",
                        "    — unresolved, said impersonally (was announced)"),
                printed().lines().filter(line -> line.contains("—")).toList());
    }

    @Test
    void refuseMarkup() throws IOException {
        Path page = write("page.html", "\uFEFF \n<!DOCTYPE html>\n<title>x</title>" + TEXT);
        Path root = write("root.html", "<HTML lang=\"en\"><p>&ldquo;We wait,&rdquo; Mara Voss said.");
        Path part = write("part.txt", "<p>" + TEXT + "</p>\n<p>" + TEXT + "</p>\n<ul class='x'><li>No</ul>\n");
        Path fragment = write("fragment.txt", "\n<p class=\"lead\">" + TEXT);
        Path comment = write("comment.txt", "<!-- news -->" + TEXT);
        Path agency = write("agency.txt", "<Tigris> - Mara Voss said it was late.");
        Path onMarkup = write(
                "good.txt",
                "\"Close it with </p>,\" Mara Voss said. 3 < 4, <laughs> and a </b>. " + "Rain fell. ".repeat(9));
        assertEquals(
                2,
                run(
                        "",
                        "--json",
                        page.toString(),
                        root.toString(),
                        part.toString(),
                        fragment.toString(),
                        comment.toString(),
                        agency.toString(),
                        onMarkup.toString()));
        String why = ": HTML or XML; give the report as plain text, without tags";
        assertEquals(
                List.of(
                        "averment analyze: " + page + why,
                        "averment analyze: " + root + why,
                        "averment analyze: " + part + why,
                        "averment analyze: " + fragment + why,
                        "averment analyze: " + comment + why),
                complaints().lines().toList());
        assertEquals(2, printed().lines().count());
    }

    @Test
    void keepTextAsItIs() throws IOException {
        String text = "\uFEFF" + TEXT + "\r\n";
        Path file = write("report.txt", text);
        assertEquals(0, run("", "--json", file.toString()));
        JsonNode analysis = new ObjectMapper().readTree(printed());
        assertEquals(text, analysis.get("text").asText());
        assertEquals(1, analysis.at("/statements/0/content/0/start").asInt());
        assertEquals(true, printed().endsWith("}\n"));
    }

    @Test
    void readStandardInput() throws IOException {
        assertEquals(0, run(TEXT, "--json"));
        assertEquals(TEXT, new ObjectMapper().readTree(printed()).get("text").asText());
    }

    @Test
    void writeOneFileForEach() throws IOException {
        Path first = write("a.txt", TEXT);
        Path second = write("b.txt", TEXT);
        Path results = folder.resolve("out/deep");
        assertEquals(0, run("", "--out", results.toString(), first.toString(), second.toString()));
        try (Stream<Path> files = Files.list(results)) {
            assertEquals(
                    List.of("a.json", "b.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals("", printed());
        run("", "--json", first.toString());
        assertEquals(printed(), Files.readString(results.resolve("a.json")));
    }

    @Test
    void refuseResultOverResult() throws IOException {
        Path first = write("a.txt", TEXT);
        Path second = write("a.md", TEXT);
        assertEquals(2, run("", "--out", folder.resolve("out").toString(), first.toString(), second.toString()));
        assertEquals(
                "averment analyze: " + second + ": its result would replace " + folder.resolve("out/a.json") + " of "
                        + first + "\n",
                complaints());
    }

    @Test
    void refuseResultOverText() throws IOException {
        Path file = write("a.json", TEXT);
        assertEquals(2, run("", "--out", folder.toString(), file.toString()));
        assertEquals(TEXT, Files.readString(file));
    }

    @Test
    void takeDatesByFileName() throws IOException {
        Path file = write("a.txt", TEXT);
        Path other = write("b.txt", TEXT);
        Path dates = write("dates.tsv", "a.txt\t2024-01-31\n\n");
        assertEquals(
                0,
                run(
                        "",
                        "--json",
                        "--dates",
                        dates.toString(),
                        "--published-at",
                        "2025-08-18",
                        file.toString(),
                        other.toString()));
        List<String> lines = printed().lines().toList();
        assertTrue(lines.get(0).startsWith("{\"publishedAt\":\"2024-01-31\","), lines.get(0));
        assertTrue(lines.get(1).startsWith("{\"publishedAt\":\"2025-08-18\","), lines.get(1));
    }

    @Test
    void refuseBrokenDates() throws IOException {
        Path dates = write("dates.tsv", "a.txt\t2024-01-31\nb.txt\tsoon\n");
        assertEquals(2, run(TEXT, "--dates", dates.toString()));
        assertEquals(
                "averment analyze: " + dates
                        + ", line 2: 'soon' is not a date such as 2025-08-18 or 2025-08-18T09:30:00+03:00\n",
                complaints());
        assertEquals("", printed());
    }

    @Test
    void refuseTableOfDatesOfOtherFiles() throws IOException {
        Path dates = write("dates.tsv", "b.txt\t2024-01-31\n");
        Path report = write("a.txt", "The quay closes.");
        assertEquals(2, run("", "--dates", dates.toString(), report.toString()));
        assertEquals(
                "averment analyze: " + dates
                        + " has a date for none of the files; it names them without their folders, as report.txt\n",
                complaints());
    }

    @Test
    void nameWhatIsWrongAndDoTheOthers() throws IOException {
        Path missing = folder.resolve("missing.txt");
        Path empty = write("empty.txt", " \n");
        Path binary = write("binary.txt", "a\0b");
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xE9, 'b'});
        Path tooLong = write("long.txt", "a".repeat(262_145));
        Path good = write("good.txt", TEXT);
        assertEquals(
                2,
                run(
                        "",
                        "--json",
                        missing.toString(),
                        folder.toString(),
                        empty.toString(),
                        binary.toString(),
                        latin.toString(),
                        tooLong.toString(),
                        good.toString()));
        assertEquals(
                List.of(
                        "averment analyze: " + missing + ": no such file",
                        "averment analyze: " + folder + ": is a directory",
                        "averment analyze: " + empty + ": no text in it",
                        "averment analyze: " + binary + ": a binary file",
                        "averment analyze: " + latin + ": not text in UTF-8",
                        "averment analyze: " + tooLong + ": longer than 262144 characters"),
                complaints().lines().toList());
        assertEquals(1, printed().lines().count());
    }

    @Test
    void explainItself() {
        assertEquals(0, run("", "--help"));
        assertTrue(printed().startsWith("Usage: averment analyze "), printed());
        assertTrue(printed().contains("at most 262,144 characters"), printed());
    }

    @Test
    void printVersionOfBuild() {
        assertEquals(0, run("", "--version"));
        assertTrue(printed().matches("averment [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n"), printed());
    }

    @Test
    void sayWhatExecutableAnalysesWith() {
        String text = ProgramVersion.text();
        assertTrue(
                text.matches(
                        "averment-analysis [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n(commit [0-9a-f]{12}(-dirty)?\n)?pipeline "
                                + StandardPipeline.build().fingerprint() + "\n"),
                text);
    }

    @Test
    void refuseWrongCommandLines() {
        assertEquals(2, run("", "--colour"));
        assertEquals(2, run("", "--out"));
        assertEquals(2, run("", "--published-at", "yesterday"));
        assertEquals(
                List.of(
                        "averment analyze: unknown option --colour; --help lists them",
                        "averment analyze: --out needs a value",
                        "averment analyze: --published-at yesterday: not a date like 2025-08-18 or"
                                + " 2025-08-18T09:30:00+03:00"),
                complaints().lines().toList());
    }

    @Test
    void endSilentlyWhenNobodyReadsOn() throws IOException {
        assertEquals(0, run(FailingOutput.withoutReader(), Map.of(), TEXT));
        assertEquals(0, run(FailingOutput.withoutReader(), Map.of(), TEXT, "--json"));
        assertEquals(0, run(FailingOutput.withoutReader(), Map.of(), TEXT, "--help"));
        assertEquals("", complaints());
    }

    @Test
    void sayThatOutputCannotBeWritten() {
        String complaint = "averment analyze: standard output: cannot be written\n";
        assertEquals(2, run(FailingOutput.fullDisk(), Map.of(), TEXT));
        assertEquals(2, run(FailingOutput.fullDisk(), Map.of(), TEXT, "--json"));
        assertEquals(2, run(FailingOutput.fullDisk(), Map.of(), TEXT, "--help"));
        assertEquals(complaint.repeat(3), complaints());
    }

    @Test
    void useColoursForPeopleOnly() {
        assertEquals(
                false,
                TerminalText.forEnvironment(Map.of("TERM", "xterm", "NO_COLOR", "1"))
                        .colours());
        assertEquals(false, TerminalText.forEnvironment(Map.of()).colours());
        assertEquals(80, TerminalText.forEnvironment(Map.of("COLUMNS", "wide")).width());
        assertEquals(40, TerminalText.forEnvironment(Map.of("COLUMNS", "7")).width());
        assertEquals(100, TerminalText.forEnvironment(Map.of("COLUMNS", "100")).width());
    }
}
