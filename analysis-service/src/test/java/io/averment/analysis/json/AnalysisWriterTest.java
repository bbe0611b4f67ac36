package io.averment.analysis.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.analysis.Analyses;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.document.TextFault;
import io.averment.analysis.language.LanguageAnnotator;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.statement.StatementAnnotator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisWriterTest {

    private static final List<String> PIECES = List.of(
            "\"",
            "“",
            "”",
            "'",
            "‘",
            "’",
            "«",
            "»",
            ".",
            "?",
            "!",
            ",",
            ":",
            " ",
            " ",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\uFEFF",
            "\u200B",
            "\u0301",
            "\uD83D\uDE00",
            "\uD835\uDD04",
            "e\u0301",
            "العربية",
            "漢字",
            "said",
            "told",
            "according to",
            "Mara Voss",
            "he",
            "the embassy",
            "al-Rawi",
            "U.S.",
            "Dr.",
            "12\"",
            "that",
            "\u2028",
            "\t",
            "(",
            ")",
            "—",
            "\u0007");

    private final AnalysisWriter writer = new AnalysisWriter();
    private final ObjectMapper json = new ObjectMapper();

    private JsonNode write(Analysis analysis) throws IOException {
        return json.readTree(writer.bytes(analysis));
    }

    @Test
    void writeBothDaysOfAmbiguousDate() throws IOException {
        Analysis analysis = Analyses.of(new Report("It opens on 05/06/2026.", 0, null, "en", "2025-08-18"));
        JsonNode time = write(analysis).get("times").get(0);
        assertEquals("[2026-05-06,2026-06-05]", time.get("edtf").asText());
        assertEquals(
                "{\"reason\":\"AMBIGUOUS\",\"candidates\":[\"2026-05-06\",\"2026-06-05\"]}",
                time.get("unresolved").toString());
    }

    @Test
    void writeFieldsInTheirOrder() {
        Report report = new Report("\"We wait,\" Mara Voss said.", 0, "Post", "en", "2025-08-18");
        String written = new String(writer.bytes(Analyses.of(report)), StandardCharsets.UTF_8);
        assertEquals("""
                {"outlet":"Post","language":"en","publishedAt":"2025-08-18","text":"\\"We wait,\\" Mara Voss said.",\
                "pipeline":[{"annotator":"language","version":"1"},{"annotator":"paragraphs","version":"1"},\
                {"annotator":"tokens","version":"1"},\
                {"annotator":"sentences","version":"2"},{"annotator":"sentence-tokens","version":"1"},\
                {"annotator":"syntax","version":"2"},\
                {"annotator":"names","version":"1"},{"annotator":"quotations","version":"2"},\
                {"annotator":"times","version":"4"},{"annotator":"statements","version":"4"},\
                {"annotator":"coreference","version":"4"},{"annotator":"commitments","version":"3"},\
                {"annotator":"conflicts","version":"3"}],"degraded":[],\
                "sentences":[{"start":0,"end":26}],"mentions":[{"id":"m1","start":1,"end":3,"text":"We","type":"GROUP",\
                "form":"PRONOUN","unresolved":{"reason":"SPEAKERS_SIDE","candidates":["Mara Voss"]}},\
                {"id":"m2","start":11,"end":20,"text":"Mara Voss","type":"PERSON","entity":"e1","form":"NAME"}],\
                "entities":[{"id":"e1","type":"PERSON","name":"Mara Voss","aliases":[],\
                "unresolved":{"reason":"NOT_KNOWN","candidates":[]}}],"times":[],\
                "statements":[{"id":"s1","kind":"DIRECT","act":"ASSERTS","hedged":false,\
                "content":[{"start":0,"end":10,"text":"\\"We wait,\\""}],"quoted":[{"start":1,"end":9,"text":"We wait,"}],\
                "cue":[{"start":21,"end":25,"text":"said"}],"speaker":{"spans":[{"start":11,"end":20,"text":"Mara Voss"}],"name":"Mara Voss","entity":"e1"},\
                "chain":[{"role":"SPEAKER","spans":[{"start":11,"end":20,"text":"Mara Voss"}],"name":"Mara Voss","entity":"e1"},\
                {"role":"OUTLET","spans":[],"name":"Post"}]}],"events":[],"commitments":[],"positions":[],"conflicts":[],\
                "topics":[],"keyphrases":[]}""", written);
    }

    @Test
    void countCodePoints() throws IOException {
        JsonNode analysis = write(Analyses.of("\uFEFF\uD83D\uDE00 \"We wait,\" Voss said.\r\n"));
        JsonNode content = analysis.at("/statements/0/content/0");
        assertEquals(3, content.get("start").asInt());
        assertEquals(13, content.get("end").asInt());
        assertEquals(
                "\uFEFF\uD83D\uDE00 \"We wait,\" Voss said.\r\n",
                analysis.get("text").asText());
    }

    @Test
    void failOnSpanThatSplitsPair() {
        Report report = new Report("a\uD83D\uDE00b", 0, null, null, null);
        assertThrows(IllegalStateException.class, () -> writer.bytes(withSentence(report, new Span(0, 2))));
    }

    @Test
    void failOnSpanOutsideText() {
        Report report = new Report("ab", 0, null, null, null);
        assertThrows(IllegalStateException.class, () -> writer.bytes(withSentence(report, new Span(0, 3))));
    }

    private static Analysis withSentence(Report report, Span sentence) {
        Document document = Document.of(report)
                .with(LanguageAnnotator.LANGUAGE, List.of())
                .with(CoreferenceAnnotator.CAST, List.of())
                .with(SentenceAnnotator.SENTENCES, List.of(sentence))
                .with(NameAnnotator.NAMES, List.of())
                .with(StatementAnnotator.STATEMENTS, List.of());
        return new Analysis(document, List.of(), List.of());
    }

    /** Whatever the text, each span is what a reader cuts out of it by code points, and the same text gives the same bytes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void writeSpansThatHoldForArbitraryText(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            String text = arbitraryText(random);
            if (TextFault.of(text).isPresent()) {
                continue;
            }
            Analysis analysis = Analyses.of(text);
            byte[] bytes = writer.bytes(analysis);
            assertArrayEquals(bytes, writer.bytes(Analyses.of(text)));
            JsonNode written = json.readTree(bytes);
            assertEquals(text, written.get("text").asText());
            assertSpans(text, written.get("mentions"));
            assertSpans(text, written.get("statements"));
            assertOrdered(written.get("mentions"));
            assertOrdered(written.get("sentences"));
        }
    }

    private static String arbitraryText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(120);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static void assertSpans(String text, JsonNode node) {
        int[] codePoints = text.codePoints().toArray();
        List<JsonNode> spans = new ArrayList<>();
        collectSpans(node, spans);
        for (JsonNode span : spans) {
            int start = span.get("start").asInt();
            int end = span.get("end").asInt();
            assertEquals(span.get("text").asText(), new String(codePoints, start, end - start));
        }
    }

    private static void collectSpans(JsonNode node, List<JsonNode> spans) {
        if (node.has("start") && node.has("text")) {
            spans.add(node);
        }
        node.forEach(child -> collectSpans(child, spans));
    }

    private static void assertOrdered(JsonNode sentences) {
        int last = 0;
        for (JsonNode sentence : sentences) {
            assertEquals(true, sentence.get("start").asInt() >= last);
            last = sentence.get("end").asInt();
        }
    }
}
