package io.averment.query.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.HopRole;
import io.averment.query.record.Lane;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.record.Tenant;
import io.averment.query.server.SampleMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisReaderTest {
    private static final UUID ARTICLE = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final AnalysisReader reader = new AnalysisReader();

    private static SampleMessage sample() {
        return new SampleMessage("demo", ARTICLE, "The Harbour Post");
    }

    private AnalysisCompleted read(SampleMessage message) {
        return reader.read(new Envelope(message.key(), message.headers()), message.bytes());
    }

    @Test
    void readsWhatTheMessageSays() {
        AnalysisCompleted analysis = read(sample());

        AnalysedArticle article = analysis.article();
        assertEquals(new Tenant("demo"), analysis.tenant());
        assertEquals(Lane.LIVE, analysis.lane());
        assertEquals(ARTICLE, article.id().value());
        assertEquals("2026-11", article.recordMonth().toString());
        assertEquals(Instant.parse("2026-11-20T10:00:00.123456Z"), article.firstAcceptedAt());
        assertEquals(SampleMessage.HEADLINE, article.text().headline().orElseThrow());
        assertEquals(2, article.facts().statements().size());
        Statement first = article.facts().statements().getFirst();
        assertEquals(SampleMessage.FIRST_QUOTE, first.words());
        assertEquals("Ilse Maréchal", first.speaker().name());
        assertEquals(
                List.of(HopRole.SPEAKER, HopRole.OUTLET),
                first.chain().stream().map(hop -> hop.role()).toList());
    }

    @Test
    void skipsUnknownFieldsAndUnderstandsUnknownValues() {
        AnalysisCompleted analysis =
                read(sample().with(body -> body.putObject("future").put("field", 1))
                        .withAnalysis(inner -> {
                            inner.putArray("omens").add(1);
                            statement(inner).put("kind", "SUNG").put("mood", "merry");
                            ((ObjectNode) statement(inner).get("chain").get(0)).put("role", "PIGEON");
                        }));

        Statement first = analysis.article().facts().statements().getFirst();
        assertEquals(StatementKind.UNKNOWN, first.kind());
        assertEquals(HopRole.UNKNOWN, first.chain().getFirst().role());
    }

    private static ObjectNode statement(ObjectNode analysis) {
        return (ObjectNode) analysis.get("statements").get(0);
    }

    private static ObjectNode content(ObjectNode analysis) {
        return (ObjectNode) statement(analysis).get("content").get(0);
    }

    private static Arguments dead(String reason, Consumer<SampleMessage> change) {
        return Arguments.of(reason, change);
    }

    static List<Arguments> deadMessages() {
        return List.of(
                dead("UNREADABLE: the body is not JSON", m -> m.raw("{\"articleId\": secret words")),
                dead("UNREADABLE: the body is not JSON, or not an object", m -> m.raw("")),
                dead("UNREADABLE: the body is not JSON, or not an object", m -> m.raw("[]")),
                dead("UNREADABLE: the body is null", m -> m.raw("null")),
                dead("UNREADABLE: the field revision is not of its type", m -> m.with(b -> b.put("revision", "one"))),
                dead(
                        "UNREADABLE: the field analysis.statements[0].content[0].start is not of its type",
                        m -> m.withAnalysis(a -> content(a).put("start", "0"))),
                dead("UNREADABLE: the field analysis is missing", m -> m.with(b -> b.remove("analysis"))),
                dead("UNREADABLE: the field analysis.text is missing", m -> m.withAnalysis(a -> a.putNull("text"))),
                dead("UNREADABLE: the field articleId is not an id", m -> m.with(b -> b.put("articleId", "x"))),
                dead("UNREADABLE: the header ce_specversion is not 1.0", m -> m.header("ce_specversion", "2.0")),
                dead(
                        "UNREADABLE: the header ce_type is not io.averment.analysis.completed.v1",
                        m -> m.header("ce_type", "io.averment.unheard.of")),
                dead(
                        "UNREADABLE: the header ce_tenant is missing or not a tenant's name",
                        m -> m.header("ce_tenant", null)),
                dead(
                        "UNREADABLE: the header ce_tenant is missing or not a tenant's name",
                        m -> m.header("ce_tenant", "Demo!")),
                dead("UNREADABLE: the header ce_id is missing, blank or too long", m -> m.header("ce_id", " ")),
                dead("UNREADABLE: the header ce_lane is missing or not a lane", m -> m.header("ce_lane", "fast")),
                dead("RULE_BROKEN: the revision is below 1", m -> m.version(0, 1)),
                dead("RULE_BROKEN: the pipeline generation is below 1", m -> m.version(1, 0)),
                dead("RULE_BROKEN: the outlet has no name", m -> m.withAnalysis(a -> a.put("outlet", " "))),
                dead(
                        "RULE_BROKEN: the field analysis.revision differs from the message's own",
                        m -> m.with(b -> b.put("revision", 2))),
                dead(
                        "RULE_BROKEN: recordMonth is not the UTC month of firstAcceptedAt",
                        m -> m.with(b -> b.put("recordMonth", "2026-12"))),
                dead(
                        "RULE_BROKEN: publishedAt is neither a date nor a moment with an offset",
                        m -> m.withAnalysis(a -> a.put("publishedAt", "2026-02-30"))),
                dead(
                        "RULE_BROKEN: a span of statements[0].content differs from the text",
                        m -> m.withAnalysis(a -> content(a).put("text", "“The ferry sails again in June,”"))),
                dead(
                        "RULE_BROKEN: a span of statements[0].content differs from the text",
                        m -> m.withAnalysis(a -> content(a).put("end", 100_000))),
                dead(
                        "RULE_BROKEN: two statements have the same id",
                        m -> m.withAnalysis(a -> statement(a).put("id", "s2"))),
                dead("RULE_BROKEN: no blank line follows the headline", m -> m.with(b -> b.put("headlineLength", 3))),
                dead("RULE_BROKEN: a string contains NUL", m -> m.with(b -> b.put("address", "a\0b"))),
                dead(
                        "RULE_BROKEN: a string contains a lone surrogate",
                        m -> m.raw(sample().json().replace("https://news", "\\ud800"))));
    }

    @ParameterizedTest
    @MethodSource("deadMessages")
    void refusesWhatCannotEnterTheRecord(String reason, Consumer<SampleMessage> change) {
        SampleMessage message = sample();
        change.accept(message);

        assertEquals(
                reason,
                assertThrows(DeadMessageException.class, () -> read(message)).getMessage());
    }

    @Test
    void refusesKeyOfAnotherArticle() {
        SampleMessage message = sample();

        DeadMessageException dead = assertThrows(
                DeadMessageException.class,
                () -> reader.read(new Envelope("another", message.headers()), message.bytes()));

        assertEquals("RULE_BROKEN: the key or the header ce_subject is not the article's id", dead.getMessage());
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        SampleMessage message = sample();

        DeadMessageException dead = assertThrows(
                DeadMessageException.class,
                () -> reader.read(new Envelope(message.key(), message.headers()), new byte[] {(byte) 0xc3, 0x28}));

        assertEquals("UNREADABLE: the body is not UTF-8", dead.getMessage());
    }

    @Test
    void refusesMissingBody() {
        SampleMessage message = sample();

        DeadMessageException dead = assertThrows(
                DeadMessageException.class, () -> reader.read(new Envelope(message.key(), message.headers()), null));

        assertEquals("UNREADABLE: the message has no body", dead.getMessage());
    }
}
