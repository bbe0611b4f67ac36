package io.averment.analysis.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {

    static final Map<String, String> HEADERS = Map.of(
            "ce_specversion",
            "1.0",
            "ce_type",
            "io.averment.article.accepted.v1",
            "ce_tenant",
            "demo",
            "ce_lane",
            "live");

    static final String BODY = """
            {"articleId":"6f1c2f0e-8a51-5d0b-9a53-4a3d7a6f2a10","revision":2,"outlet":"Harbour Post","language":"en",
             "publishedAt":"2025-08-18","headline":"Quay \uD83D\uDEA2 closed","body":"“We wait,” Voss said.",
             "acceptedAt":"2026-11-02T10:00:00Z","firstAcceptedAt":"2026-11-01T09:00:00Z","recordMonth":"2026-11",
             "lane":"live"}""";

    private final ArticleReader reader = new ArticleReader();

    private Article read(Map<String, String> headers, String body) {
        return reader.read(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(Map<String, String> headers, String body) {
        return String.valueOf(assertThrows(DeadLetterException.class, () -> read(headers, body))
                .getMessage());
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(name, value);
        return headers;
    }

    @Test
    void readArticle() {
        Article article = read(HEADERS, BODY);
        assertEquals("demo", article.tenant());
        assertEquals(2, article.revision());
        assertEquals(Lane.LIVE, article.lane());
        assertEquals("2026-11", article.recordMonth());
        assertEquals(Instant.parse("2026-11-01T09:00:00Z"), article.firstAcceptedAt());
        assertNull(article.address());
        assertEquals(13, article.headlineLength());
        assertEquals(14, article.report().headlineEnd());
        assertEquals(
                "Quay \uD83D\uDEA2 closed\n\n“We wait,” Voss said.",
                article.report().text());
    }

    @Test
    void ignoreUnknownFields() {
        assertEquals(
                2,
                read(HEADERS, BODY.replaceFirst("\\{", "{\"later\":{\"a\":[1]},"))
                        .revision());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "revision":2                              | "revision":"2"                       | UNREADABLE: the body is not JSON of the fields of an article
            "revision":2                              | "revision":2.5                       | UNREADABLE: the body is not JSON of the fields of an article
            "revision":2                              | "version":2                          | UNREADABLE: the field revision is missing
            "revision":2                              | "revision":0                         | RULE_BROKEN: revision is below 1
            "outlet":"Harbour Post"                   | "outlet":7                           | UNREADABLE: the body is not JSON of the fields of an article
            "outlet":"Harbour Post"                   | "outlet":null                        | UNREADABLE: the field outlet is missing
            "outlet":"Harbour Post"                   | "outlet":" "                         | RULE_BROKEN: outlet is blank
            6f1c2f0e-8a51-5d0b-9a53-4a3d7a6f2a10      | seven                                | UNREADABLE: the body is not JSON of the fields of an article
            "publishedAt":"2025-08-18"                | "publishedAt":"soon"                 | RULE_BROKEN: publishedAt is not a date
            "lane":"live"                             | "lane":"fast"                        | RULE_BROKEN: lane is not a lane
            "recordMonth":"2026-11"                   | "recordMonth":"2026-13"              | RULE_BROKEN: recordMonth is not a month
            “We wait,”                                | \\u0000                              | RULE_BROKEN: the text cannot be analysed, NUL
            “We wait,”                                | \\ud800                              | RULE_BROKEN: the text cannot be analysed, LONE_SURROGATE
            "lane":"live"}                            | "lane":"live"                        | UNREADABLE: the body is not JSON of the fields of an article
            """)
    void refuseBrokenBody(String part, String other, String reason) {
        assertEquals(reason, refusal(HEADERS, BODY.replace(part, other.replace("\\\\", "\\"))));
    }

    @Test
    void refuseArticleWithoutText() {
        String without = BODY.replaceFirst("\"headline\":\"[^\"]*\",", "").replaceFirst("\"body\":\"[^\"]*\",", "");
        assertEquals("RULE_BROKEN: the text cannot be analysed, EMPTY", refusal(HEADERS, without));
    }

    @Test
    void refuseForeignEvents() {
        assertEquals(
                "UNREADABLE: the header ce_type is not io.averment.article.accepted.v1",
                refusal(with("ce_type", "io.averment.article.withdrawn.v1"), BODY));
        assertEquals("UNREADABLE: the header ce_specversion is not 1.0", refusal(with("ce_specversion", "0.3"), BODY));
        assertEquals("RULE_BROKEN: the header ce_tenant is not a tenant", refusal(with("ce_tenant", "A B"), BODY));
    }

    @Test
    void refuseMessageWithoutTenant() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.remove("ce_tenant");
        assertEquals("UNREADABLE: the header ce_tenant is missing", refusal(headers, BODY));
    }

    @Test
    void refuseMessageWithoutBody() {
        assertEquals(
                "UNREADABLE: there is no body",
                assertThrows(DeadLetterException.class, () -> reader.read(HEADERS, null))
                        .getMessage());
        assertEquals("UNREADABLE: there is no body", refusal(HEADERS, "null"));
    }
}
