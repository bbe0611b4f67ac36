package io.averment.query.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An analysis-completed message of a small report with two statements, which a test then changes. Its text holds a character
 * outside of the Basic Multilingual Plane before the statements, so that offsets in UTF-16 units would be wrong.
 */
public final class SampleMessage {
    public static final String HEADLINE = "Ferry line 🚢 to return";
    public static final String FIRST_QUOTE = "“The ferry sails again in May,”";
    public static final String SECOND_QUOTE = "“Nobody asked the harbour workers.”";
    public static final String BODY =
            FIRST_QUOTE + " said Ilse Maréchal, who runs the port. A spokesman answered: " + SECOND_QUOTE;

    public static final String SPEAKER = "Ilse Maréchal";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ObjectNode body;
    private @Nullable String raw;

    public SampleMessage(String tenant, UUID article, String outlet) {
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/averment/analysis");
        headers.put("ce_type", "io.averment.analysis.completed.v1");
        headers.put("ce_subject", article.toString());
        headers.put("ce_time", "2026-11-20T10:00:03Z");
        headers.put("ce_tenant", tenant);
        headers.put("ce_lane", "live");
        body = MAPPER.createObjectNode();
        body.put("articleId", article.toString());
        body.put("revision", 1);
        body.put("recordMonth", "2026-11");
        body.put("firstAcceptedAt", "2026-11-20T10:00:00.123456Z");
        body.put("acceptedAt", "2026-11-20T10:00:00.123456Z");
        body.put("address", "https://news.example/" + article);
        body.put("headlineLength", codePoints(HEADLINE));
        body.put("pipelineFingerprint", "f1");
        body.put("pipelineGeneration", 1);
        body.set("analysis", analysis(article, outlet));
    }

    private static ObjectNode analysis(UUID article, String outlet) {
        ObjectNode analysis = MAPPER.createObjectNode();
        analysis.put("articleId", article.toString());
        analysis.put("revision", 1);
        analysis.put("outlet", outlet);
        analysis.put("language", "en");
        analysis.put("publishedAt", "2026-11-19");
        analysis.put("text", text());
        analysis.putArray("pipeline").addObject().put("annotator", "quotations").put("version", "1");
        analysis.putArray("degraded");
        analysis.putArray("sentences").addObject().put("start", 0).put("end", codePoints(HEADLINE));
        ArrayNode statements = analysis.putArray("statements");
        statements.add(statement("s1", FIRST_QUOTE, SPEAKER, outlet));
        statements.add(statement("s2", SECOND_QUOTE, null, outlet));
        addSpeaker(analysis);
        addUndertaking(analysis);
        analysis.putArray("conflicts");
        return analysis;
    }

    private static void addSpeaker(ObjectNode analysis) {
        ObjectNode mention = span(SPEAKER).put("id", "m1").put("type", "PERSON");
        analysis.putArray("mentions").add(mention.put("entity", "e1").put("form", "NAME"));
        ObjectNode entity = analysis.putArray("entities").addObject();
        entity.put("id", "e1").put("type", "PERSON").put("name", SPEAKER);
        entity.putArray("aliases").add("Maréchal");
        entity.putObject("unresolved").put("reason", "NOT_KNOWN").putArray("candidates");
        ((ObjectNode) analysis.get("statements").get(0).get("speaker")).put("entity", "e1");
    }

    private static void addUndertaking(ObjectNode analysis) {
        ObjectNode time = span("May").put("id", "t1").put("type", "DATE").put("value", "2027-05");
        analysis.putArray("times")
                .add(time.put("edtf", "2027-05").put("earliest", "2027-05-01").put("latest", "2027-05-31"));
        ObjectNode commitment = analysis.putArray("commitments").addObject().put("id", "c1");
        commitment.set("act", span("sails again"));
        commitment.put("object", "The ferry").putArray("objectSpans").add(span("The ferry"));
        commitment.put("actor", "e1").put("announcer", "e1").put("statement", "s1");
        commitment
                .putObject("undertaker")
                .put("name", SPEAKER)
                .put("entity", "e1")
                .putArray("spans")
                .add(span(SPEAKER));
        commitment
                .putObject("announcedBy")
                .put("name", SPEAKER)
                .put("entity", "e1")
                .putArray("spans")
                .add(span(SPEAKER));
        commitment
                .put("negated", false)
                .put("deadline", "t1")
                .put("strength", "FIRM")
                .putArray("places");
        ObjectNode due = span("in May").put("relation", "AT");
        commitment.set("due", due.put("edtf", "2027-05").put("latest", "2027-05-31"));
    }

    private static ObjectNode statement(String id, String quote, @Nullable String speaker, String outlet) {
        ObjectNode statement = MAPPER.createObjectNode();
        statement.put("id", id).put("kind", "DIRECT").put("act", "UNKNOWN").put("hedged", false);
        statement.putArray("content").add(span(quote));
        statement.putArray("quoted").add(span(quote.substring(1, quote.length() - 1)));
        statement.putArray("cue").add(span(speaker == null ? "answered" : "said"));
        ObjectNode who = statement.putObject("speaker");
        ArrayNode spans = who.putArray("spans");
        ArrayNode chain = statement.putArray("chain");
        if (speaker == null) {
            who.putObject("unresolved").put("reason", "NO_SPEAKER_IN_SENTENCE").putArray("candidates");
        } else {
            spans.add(span(speaker));
            who.put("name", speaker);
            chain.addObject()
                    .put("role", "SPEAKER")
                    .put("name", speaker)
                    .putArray("spans")
                    .add(span(speaker));
        }
        chain.addObject().put("role", "OUTLET").put("name", outlet).putArray("spans");
        return statement;
    }

    public static String text() {
        return HEADLINE + "\n\n" + BODY;
    }

    public static ObjectNode span(String words) {
        int start = codePoints(text().substring(0, text().indexOf(words)));
        return MAPPER.createObjectNode()
                .put("start", start)
                .put("end", start + codePoints(words))
                .put("text", words);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    public SampleMessage header(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** Changes the body. */
    public SampleMessage with(Consumer<ObjectNode> change) {
        change.accept(body);
        return this;
    }

    /** Changes the analysis in the body. */
    public SampleMessage withAnalysis(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) body.get("analysis"));
        return this;
    }

    public SampleMessage version(int revision, int generation) {
        body.put("revision", revision).put("pipelineGeneration", generation);
        return withAnalysis(analysis -> analysis.put("revision", revision));
    }

    /** Replaces the text by one of the same length, so that the spans outside of the word stay true. */
    public SampleMessage replace(String word, String other) {
        String changed = json().replace(word, other);
        try {
            JsonNode tree = MAPPER.readTree(changed);
            body.removeAll();
            body.setAll((ObjectNode) tree);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
        return this;
    }

    /** Sends this instead of the body. */
    public SampleMessage raw(String text) {
        raw = text;
        return this;
    }

    public String key() {
        return body.get("articleId").asText();
    }

    public String json() {
        return raw != null ? raw : body.toString();
    }

    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    public Headers headers() {
        RecordHeaders written = new RecordHeaders();
        headers.forEach((name, value) -> written.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }

    public ProducerRecord<String, byte[]> record(String topic) {
        return new ProducerRecord<>(topic, null, key(), bytes(), headers());
    }
}
