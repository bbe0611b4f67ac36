package io.averment.ingest.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.averment.ingest.article.CanonicalAddress;
import io.averment.ingest.article.CleanText;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Language;
import io.averment.ingest.article.Outlet;
import io.averment.ingest.article.PublicationTime;
import io.averment.ingest.article.Report;
import io.averment.ingest.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
    private final SubmissionReader reader = new SubmissionReader();

    @Test
    void readsWholeSubmission() {
        var reading = read("""
                {"outlet": " The Post ", "address": "http://www.post.example/a?utm_source=x", "externalId": "7",
                 "headline": "One\\nline", "body": "A\\r\\nbody ", "publishedAt": "2025-08-18T10:00:00Z",
                 "language": "EN", "lane": "backfill"}""");
        var report = new Report(
                new Outlet("The Post"),
                new CanonicalAddress("https://post.example/a"),
                "http://www.post.example/a?utm_source=x",
                "7",
                new CleanText("One line", "A\nbody"),
                new PublicationTime("2025-08-18T10:00:00Z"),
                new Language("en"));
        assertEquals(new Reading.Legible(report, Lane.BACKFILL), reading);
    }

    @Test
    void namesOutletByHostOfAddress() {
        var reading = read("{\"address\": \"https://www.post.example/a\", \"body\": \"b\", \"lane\": \" \"}");
        assertEquals(
                "post.example",
                assertInstanceOf(Reading.Legible.class, reading)
                        .report()
                        .outlet()
                        .name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"outlet": "o"}                                             | EMPTY_TEXT
            {"outlet": "o", "headline": " ", "body": "\\r\\n"}          | EMPTY_TEXT
            {"outlet": "o", "body": "\\u200b \\ufeff\\n\\u200b"}         | EMPTY_TEXT
            {"body": "b"}                                               | INVALID_REQUEST
            {"outlet": " ", "body": "b"}                                | INVALID_REQUEST
            {"externalId": "7", "body": "b"}                            | INVALID_REQUEST
            {"address": "ftp://o.example/", "body": "b"}                | INVALID_REQUEST
            {"outlet": "o", "address": "nonsense", "body": "b"}         | INVALID_REQUEST
            {"outlet": "o", "body": "b", "publishedAt": "2025-02-30"}   | INVALID_REQUEST
            {"outlet": "o", "body": "b", "publishedAt": "0000-12-31"}   | INVALID_REQUEST
            {"outlet": "o", "body": "b", "language": "en_GB!"}          | INVALID_REQUEST
            {"outlet": "o", "body": "b", "lane": "fast"}                | INVALID_REQUEST
            {"outlet": "o", "body": "b", "lane": "LIVE"}                | INVALID_REQUEST
            {"outlet": "o", "body": "b", "lane": "reanalysis"}          | INVALID_REQUEST
            {"outlet": "o", "body": "b\\u0000"}                         | INVALID_TEXT
            {"outlet": "o", "body": "\\ud800"}                          | INVALID_TEXT
            {"outlet": "o\\u0000", "body": "b"}                         | INVALID_TEXT
            {"outlet": "o", "body": "b", "externalId": "\\udc00"}       | INVALID_TEXT
            {"outlet": "o", "body": 7}                                  | INVALID_JSON
            {"outlet": "o", "body": true}                               | INVALID_JSON
            {"outlet": "o", "body": ["b"]}                              | INVALID_JSON
            {"outlet": "o", "body": {"b": "c"}}                         | INVALID_JSON
            {"outlet": "o", "bodi": "b"}                                | INVALID_JSON
            {"outlet": "o", "body": "b", "body": "c"}                   | INVALID_JSON
            {"outlet": "o", "body": "b"} {}                             | INVALID_JSON
            {"outlet": "o", "body": "b"                                 | INVALID_JSON
            {"outlet": "o", "body": "b",}                               | INVALID_JSON
            {outlet: 'o'}                                               | INVALID_JSON
            []                                                          | INVALID_JSON
            ["o"]                                                       | INVALID_JSON
            null                                                        | INVALID_JSON
            7                                                           | INVALID_JSON
            "b"                                                         | INVALID_JSON
            """, quoteCharacter = '~')
    void refuses(String json, ProblemType type) {
        var refused = assertInstanceOf(Reading.Refused.class, read(json));
        assertEquals(type, refused.type(), refused.detail());
        assertFalse(refused.detail().contains("io.averment"), refused.detail());
        assertFalse(refused.detail().contains("jackson"), refused.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "eda080", "ff", "c080", "e282", "f8888080"})
    void refusesMalformedUtf8(String hex) {
        var malformed = java.util.HexFormat.of().parseHex(hex);
        var json = concat(
                "{\"outlet\": \"o\", \"body\": \"".getBytes(StandardCharsets.UTF_8),
                malformed,
                "\"}".getBytes(StandardCharsets.UTF_8));
        var refused = new Reading.Refused(ProblemType.INVALID_TEXT, "The body must be well-formed UTF-8.");
        assertEquals(refused, reader.read(ByteBuffer.wrap(json)));
        assertEquals(
                refused,
                reader.read(new Submission("o", null, null, null, null, null, null, null), ByteBuffer.wrap(malformed)));
    }

    @Test
    void refusesLongText() {
        var body = "x".repeat(CleanText.MAX_LENGTH + 1);
        var refused = assertInstanceOf(Reading.Refused.class, read("{\"outlet\": \"o\", \"body\": \"" + body + "\"}"));
        assertEquals(ProblemType.TEXT_TOO_LONG, refused.type());
    }

    @Test
    void refusesEmptyBody() {
        assertEquals(
                ProblemType.INVALID_JSON,
                assertInstanceOf(Reading.Refused.class, read("")).type());
    }

    @Test
    void refusesDeepNesting() {
        var refused = assertInstanceOf(Reading.Refused.class, read("{\"outlet\":" + "[".repeat(100_000)));
        assertEquals(ProblemType.INVALID_JSON, refused.type());
    }

    private Reading read(String json) {
        return reader.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
