package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze --ndjson}, as it is called. */
class AnalyzeStreamTest {

    private static final String TEXT = "\"We wait,\" Mara Voss said.";
    private static final String JSON_TEXT = "\\\"We wait,\\\" Mara Voss said.";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(String input, String... arguments) {
        return run(stream(input), out, arguments);
    }

    private int run(InputStream input, OutputStream target, String... arguments) {
        return new AnalyzeCommand(input, target, new PrintStream(errors, true, StandardCharsets.UTF_8), Map.of())
                .execute(List.of(arguments));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /** What {@code --json} prints of a text, without the line end. */
    private String analysis(String text, String... options) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        String[] arguments = List.of(options).toArray(new String[options.length + 1]);
        arguments[options.length] = "--json";
        assertEquals(0, run(stream(text), json, arguments));
        return json.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void answerLinesInTheirOrderWithTheBytesOfJson() {
        String longer = "The port was quiet on Monday, and nobody spoke. ".repeat(400) + "“No,” said Bram Dell.";
        String input = "{\"id\":\"é1\",\"text\":\"" + longer + "\"}\n"
                + "\n"
                + "{\"id\":-7,\"text\":\"" + JSON_TEXT
                + "\",\"publishedAt\":\"2025-08-18\",\"outlet\":\"Harbour Post\"}\r\n"
                + "{\"text\":\"" + JSON_TEXT + "\",\"id\":null,\"url\":{\"deep\":[1,{}]}}";
        String expected = "{\"line\":1,\"id\":\"é1\",\"analysis\":" + analysis(longer) + "}\n"
                + "{\"line\":3,\"id\":-7,\"analysis\":"
                + analysis(TEXT, "--published-at", "2025-08-18", "--outlet", "Harbour Post") + "}\n"
                + "{\"line\":4,\"analysis\":" + analysis(TEXT) + "}\n";
        for (String threads : List.of("1", "4")) {
            out.reset();
            assertEquals(0, run(input, "--ndjson", "--threads", threads));
            assertEquals(expected, printed());
        }
        assertEquals("", complaints());
    }

    @Test
    void setHeadlineApart() {
        assertEquals(
                0,
                run(
                        "{\"headline\":\"Port closes\",\"body\":\"Rain fell.\"}\n{\"headline\":\"Port closes\"}",
                        "--ndjson"));
        List<String> lines = printed().lines().toList();
        assertTrue(lines.get(0).contains("\"text\":\"Port closes\\n\\nRain fell.\""), lines.get(0));
        assertTrue(lines.get(1).contains("\"text\":\"Port closes\""), lines.get(1));
    }

    @Test
    void takeOptionsForLinesWithoutTheirOwn() {
        String input = "{\"text\":\"" + JSON_TEXT + "\"}\n" + "{\"text\":\"" + JSON_TEXT
                + "\",\"publishedAt\":\"2024-01-31\",\"outlet\":\"Quay News\"}\n";
        assertEquals(0, run(input, "--ndjson", "--published-at=2025-08-18", "--outlet", "Harbour Post"));
        assertEquals(
                "{\"line\":1,\"analysis\":"
                        + analysis(TEXT, "--published-at", "2025-08-18", "--outlet", "Harbour Post") + "}\n"
                        + "{\"line\":2,\"analysis\":"
                        + analysis(TEXT, "--published-at", "2024-01-31", "--outlet", "Quay News") + "}\n",
                printed());
    }

    @Test
    void nameWhatIsWrongAndDoTheOthers() throws IOException {
        String input = "\uFEFF{\"id\":\"good\",\"text\":\"" + JSON_TEXT + "\"}\n"
                + "{\"id\":\"a\",\"text\":\"x\"\n"
                + "\t\r\n"
                + "[]\n"
                + "{\"text\":\"x\"} {}\n"
                + "{\"id\":1,\"id\":2,\"text\":\"x\"}\n"
                + "{\"id\":1.5,\"text\":\"x\"}\n"
                + "{\"id\":\"b\",\"outlet\":[\"x\"],\"text\":\"x\"}\n"
                + "{\"text\":\"x\",\"body\":\"x\",\"id\":\"late\"}\n"
                + "{\"text\":\"x\",\"publishedAt\":\"yesterday\"}\n"
                + "{\"text\":\"x\",\"outlet\":\" \"}\n"
                + "{\"text\":\"x\",\"language\":\"" + "e".repeat(36) + "\"}\n"
                + "{\"id\":9}\n"
                + "{\"text\":\"a\\u0000b\"}\n"
                + "{\"text\":\"a\\ud83db\"}\n"
                + "{\"body\":\"<p>Rain</p>\"}\n"
                + "{\"text\":\"" + "a".repeat(262_145) + "\"}\n"
                + "{\"text\":\"x\",\"x\":\"" + "a".repeat(4 << 20) + "\"}\n";
        InputStream notUtf8 = new ByteArrayInputStream(new byte[] {'{', (byte) 0xE9, '}', '\n'});
        InputStream last = stream("{\"text\":\"" + JSON_TEXT + "\"}\n");
        InputStream whole = new SequenceInputStream(new SequenceInputStream(stream(input), notUtf8), last);
        assertEquals(2, run(whole, out, "--ndjson", "--threads=2"));
        String notJson =
                "\"problem\":{\"code\":\"invalid-json\",\"detail\":\"The line is not one JSON object with fields"
                        + " such as id, headline, body, text, publishedAt, outlet, language.\"}}\n";
        String request = "\"problem\":{\"code\":\"invalid-request\",\"detail\":\"";
        assertEquals(
                "{\"line\":1,\"id\":\"good\",\"analysis\":" + analysis(TEXT) + "}\n"
                        + "{\"line\":2," + notJson
                        + "{\"line\":4," + notJson
                        + "{\"line\":5," + notJson
                        + "{\"line\":6," + notJson
                        + "{\"line\":7," + request
                        + "id is neither a text of 1 to 1000 characters nor a whole number of 64 bits.\"}}\n"
                        + "{\"line\":8,\"id\":\"b\"," + request + "outlet is not a text.\"}}\n"
                        + "{\"line\":9,\"id\":\"late\"," + request
                        + "Give either text, or headline and body, not both.\"}}\n"
                        + "{\"line\":10," + request + "publishedAt is neither a date like 2025-08-18 nor an instant"
                        + " like 2025-08-18T09:30:00+03:00.\"}}\n"
                        + "{\"line\":11," + request + "outlet is not a text of 1 to 200 characters.\"}}\n"
                        + "{\"line\":12," + request + "language is not a text of 1 to 35 characters.\"}}\n"
                        + "{\"line\":13,\"id\":9,\"problem\":{\"code\":\"empty-text\","
                        + "\"detail\":\"There is no text, nor headline or body.\"}}\n"
                        + "{\"line\":14,\"problem\":{\"code\":\"invalid-text\","
                        + "\"detail\":\"The text holds a NUL character.\"}}\n"
                        + "{\"line\":15,\"problem\":{\"code\":\"invalid-text\","
                        + "\"detail\":\"The text holds half of a surrogate pair.\"}}\n"
                        + "{\"line\":16,\"problem\":{\"code\":\"markup\","
                        + "\"detail\":\"The text is HTML or XML; give it as plain text, without tags.\"}}\n"
                        + "{\"line\":17,\"problem\":{\"code\":\"text-too-long\","
                        + "\"detail\":\"A text has at most 262144 Unicode code points.\"}}\n"
                        + "{\"line\":18,\"problem\":{\"code\":\"line-too-long\","
                        + "\"detail\":\"A line has at most 4194304 bytes.\"}}\n"
                        + "{\"line\":19,\"problem\":{\"code\":\"invalid-text\","
                        + "\"detail\":\"The line is not text in UTF-8.\"}}\n"
                        + "{\"line\":20,\"analysis\":" + analysis(TEXT) + "}\n",
                printed());
        assertEquals("averment analyze: standard input: 17 of 19 lines were not analysed\n", complaints());
    }

    @Test
    void takeLongestLine() {
        String start = "{\"text\":\"" + JSON_TEXT + "\",\"x\":\"";
        String input = start + "a".repeat((4 << 20) - start.length() - 2) + "\"}";
        assertEquals(0, run(input, "--ndjson"));
        assertEquals(2, run(input.replace("\"}", "a\"}"), "--ndjson"));
    }

    @Test
    void readFile() throws IOException {
        Path file = Files.writeString(folder.resolve("reports.ndjson"), "{\"text\":\"" + JSON_TEXT + "\"}\n");
        assertEquals(0, run("", "--ndjson", file.toString()));
        assertEquals("{\"line\":1,\"analysis\":" + analysis(TEXT) + "}\n", printed());
        out.reset();
        assertEquals(
                0, run("", "--ndjson", Files.createFile(folder.resolve("empty")).toString()));
        assertEquals("", printed());
        Path missing = folder.resolve("missing");
        assertEquals(2, run("", "--ndjson", missing.toString()));
        assertEquals(2, run("", "--ndjson", folder.toString()));
        assertEquals(
                List.of(
                        "averment analyze: " + missing + ": no such file",
                        "averment analyze: " + folder + ": is a directory"),
                complaints().lines().toList());
    }

    @Test
    void answerWhatCouldBeReadOfBrokenInput() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        InputStream input = new SequenceInputStream(stream("{\"text\":\"" + JSON_TEXT + "\"}\n"), broken);
        assertEquals(2, run(input, out, "--ndjson"));
        assertEquals("{\"line\":1,\"analysis\":" + analysis(TEXT) + "}\n", printed());
        assertEquals("averment analyze: standard input: cannot be read\n", complaints());
    }

    @Test
    void endSilentlyWhenNobodyReadsOn() throws IOException {
        InputStream endless = new EndlessLines("{\"text\":\"Rain.\"}\n");
        assertEquals(0, run(endless, FailingOutput.withoutReader(), "--ndjson"));
        assertEquals("", complaints());
    }

    @Test
    void sayThatOutputCannotBeWritten() {
        InputStream endless = new EndlessLines("{\"text\":\"Rain.\"}\n");
        assertEquals(2, run(endless, FailingOutput.fullDisk(), "--ndjson"));
        assertEquals("averment analyze: standard output: cannot be written\n", complaints());
    }

    @Test
    void sayThatThereIsNotEnoughMemory() {
        InputStream hungry = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("on purpose");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return read();
            }
        };
        assertEquals(2, run(hungry, out, "--ndjson"));
        assertEquals(
                "averment analyze: standard input: not enough memory; give more (-Xmx), or analyse fewer at once"
                        + " (--threads)\n",
                complaints());
    }

    @Test
    void refuseWrongCommandLines() {
        assertEquals(2, run("", "--ndjson", "a", "b"));
        assertEquals(2, run("", "--ndjson", "--out", "results"));
        assertEquals(2, run("", "--ndjson", "--dates", "dates.tsv"));
        assertEquals(2, run("", "--ndjson", "--threads", "0"));
        assertEquals(2, run("", "--threads", "4"));
        assertEquals(
                List.of(
                        "averment analyze: --ndjson reads one file; join several with cat",
                        "averment analyze: --ndjson goes without --out",
                        "averment analyze: --ndjson goes without --dates",
                        "averment analyze: --threads 0: not a number from 1 to 999",
                        "averment analyze: --threads is for --ndjson"),
                complaints().lines().toList());
    }

    @Test
    void explainItself() {
        assertEquals(0, run("", "--help"));
        assertTrue(
                printed()
                        .contains(
                                "  {\"line\":1,\"id\":\"a\",\"analysis\":{...}}  or  {\"line\":2,\"id\":\"b\",\"problem\":"),
                printed());
    }
}
