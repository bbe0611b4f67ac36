package io.averment.analysis.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service writes keeps its own contract; what ingest's contract shows is read by the real reader. */
class ContractTest {

    private static final Path OWN = Path.of("src/main/contracts/analysis-completed/v1");
    private static final Path INGEST = Path.of("../ingest-service/src/main/contracts/article-accepted/v1/examples");

    private static final Map<String, String> HEADERS = Map.of(
            "ce_specversion",
            "1.0",
            "ce_type",
            "io.averment.article.accepted.v1",
            "ce_tenant",
            "demo",
            "ce_lane",
            "live");

    static final List<AnalysisCompletedEvent> EVENTS = List.of(
            event("Quay closed", "“We wait,” said Mara Voss, the head of the port.\n\n“It will pass,” she added."),
            event("", "Nobody said anything."),
            event("“Never again, never,”", "“We wait,” Mara Voss said.\n\n“We wait!” said Voss."),
            event(
                    "Talks to go on",
                    "The ministers met on Monday and will meet again within two weeks. "
                            + "The last troops leave by the end of September 2026."),
            event(
                    "",
                    "The ministry will close the bridge in two phases. "
                            + "The first phase will be completed by 1 March 2026, Mara Voss said. "
                            + "According to the mayor, the first phase will be completed by 1 May 2026 if the money is there. "
                            + "The city scrapped plans to build a tunnel."));

    private final ObjectMapper json = new ObjectMapper();

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(OWN.resolve("schema.json")));
    }

    static List<Path> ownExamples() throws IOException {
        return examples(OWN.resolve("examples"));
    }

    static List<Path> ingestExamples() throws IOException {
        return examples(INGEST);
    }

    private static List<Path> examples(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> examples = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertFalse(examples.isEmpty(), "There is no example in " + folder);
            return examples;
        }
    }

    private static AnalysisCompletedEvent event(String headline, String body) {
        return event(headline, body, null);
    }

    private static AnalysisCompletedEvent event(String headline, String body, @Nullable UUID origin) {
        Report report =
                new Report(Report.textOf(headline, body), headline.length(), "Harbour Post", "en", "2025-08-18");
        Article article = new Article(
                UUID.fromString("6f1c2f0e-8a51-5d0b-9a53-4a3d7a6f2a10"),
                2,
                "demo",
                Lane.LIVE,
                "2026-11",
                Instant.parse("2026-11-01T09:00:00Z"),
                Instant.parse("2026-11-02T10:00:00.5Z"),
                "https://post.example/quay",
                null,
                headline.codePointCount(0, headline.length()),
                origin,
                report);
        return new AnalysisCompletedEvent(article, Analyses.PIPELINE.fingerprint(), Analyses.of(report));
    }

    @Test
    void carryTheOriginOn() throws IOException {
        UUID origin = UUID.fromString("0d2f7b34-1f9e-5a4c-8f7c-7d2b6a1e9c55");
        JsonNode body = json.readTree(event("", "The quay closes.", origin).body(new AnalysisWriter()));

        assertEquals(origin.toString(), body.path("origin").asText());
        assertEquals(Set.of(), schema().validate(body));
    }

    @Test
    void writeWhatTheSchemaAllows() throws IOException {
        for (AnalysisCompletedEvent event : EVENTS) {
            JsonNode body = json.readTree(event.body(new AnalysisWriter()));
            assertEquals(Set.of(), schema().validate(body));
        }
    }

    @Test
    void keepIdOfSameAnalysis() {
        assertEquals(event("Quay", "closed").id(), event("Quay", "closed").id());
        assertTrue(event("Quay", "closed").id().matches("[0-9a-f]{64}"));
    }

    @Test
    void refuseWhatTheContractForbids() throws IOException {
        ObjectNode body = (ObjectNode)
                json.readTree(event("Quay", "“We wait,” Voss said.").body(new AnalysisWriter()));
        body.withObject("/analysis").remove("statements");
        assertEquals(1, schema().validate(body).size());
    }

    /** The examples are what is really written, but for the fingerprint, which changes with every rule. */
    @ParameterizedTest
    @CsvSource({
        "quotations.json, 0",
        "no-quotation.json, 1",
        "same-words.json, 2",
        "times.json, 3",
        "commitments.json, 4"
    })
    void showExamplesAsTheyAreWritten(String name, int index) throws IOException {
        ObjectNode written = (ObjectNode) json.readTree(EVENTS.get(index).body(new AnalysisWriter()));
        ObjectNode shown = (ObjectNode)
                json.readTree(Files.readString(OWN.resolve("examples").resolve(name)));
        written.set("pipelineFingerprint", shown.get("pipelineFingerprint"));
        assertEquals(written, shown);
    }

    @ParameterizedTest
    @MethodSource("ownExamples")
    void showExamplesThatTheSchemaAllows(Path example) throws IOException {
        assertEquals(Set.of(), schema().validate(json.readTree(Files.readString(example))));
    }

    @ParameterizedTest
    @MethodSource("ingestExamples")
    void readExamplesOfIngest(Path example) throws IOException {
        ArticleReader reader = new ArticleReader();
        byte[] body = Files.readAllBytes(example);
        Article article = reader.read(HEADERS, body);
        ObjectNode grown = (ObjectNode) json.readTree(body);
        grown.putObject("addedLater").put("deep", 1);
        assertEquals(article, reader.read(HEADERS, json.writeValueAsBytes(grown)));
    }

    /** As ingest-service wrote it before it named origins, with the headers that there were; and as a later one may write it. */
    @Test
    void readMessageOfEarlierAndOfLaterIngest() throws IOException {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/earlier/article-accepted-before-origin.json"));
        String headline = "Lock at Velm to reopen";
        Article expected = new Article(
                UUID.fromString("0c7a7f2e-51d5-5b0a-8a35-7a3d0f8f3c21"),
                2,
                "demo",
                Lane.LIVE,
                "2026-05",
                Instant.parse("2026-05-04T06:00:00Z"),
                Instant.parse("2026-05-05T06:00:00.250Z"),
                "https://canal.example/velm",
                null,
                headline.length(),
                null,
                new Report(
                        Report.textOf(headline, "“The lock opens by 1 June 2027,” said Petra Oduya."),
                        headline.length(),
                        "Canal Courier",
                        "en",
                        "2026-05-04"));
        assertEquals(expected, new ArticleReader().read(HEADERS, body));

        ObjectNode grown = (ObjectNode) json.readTree(body);
        grown.putArray("addedLater").addObject().putNull("deep");
        Map<String, String> more = new HashMap<>(HEADERS);
        more.put("ce_addedlater", "unheard of");
        assertEquals(expected, new ArticleReader().read(more, json.writeValueAsBytes(grown)));
    }
}
