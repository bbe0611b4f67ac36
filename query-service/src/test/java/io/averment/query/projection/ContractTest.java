package io.averment.query.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What analysis-service promises in its contract is what the consumer's own reader takes. */
class ContractTest {
    private static final Path EXAMPLES =
            Path.of("../analysis-service/src/main/contracts/analysis-completed/v1/examples");

    private final AnalysisReader reader = new AnalysisReader();

    static List<Path> examples() throws IOException {
        assertTrue(Files.isDirectory(EXAMPLES), "the contract's examples are missing: " + EXAMPLES);
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void findsExamples() throws IOException {
        assertFalse(examples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsExample(Path example) throws IOException {
        JsonNode body = new JsonMapper().readTree(Files.readString(example));

        AnalysisCompleted analysis = read(body);

        assertEquals(body.get("articleId").asText(), analysis.article().id().toString());
        assertEquals(
                body.get("analysis").get("statements").size(),
                analysis.article().facts().statements().size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsExampleWithUnknownFieldsAnywhere(Path example) throws IOException {
        JsonNode body = new JsonMapper().readTree(Files.readString(example));
        AnalysedPair pair = new AnalysedPair(read(body), read(withUnknownFields(body)));

        assertEquals(pair.plain().article().facts(), pair.grown().article().facts());
    }

    private record AnalysedPair(AnalysisCompleted plain, AnalysisCompleted grown) {}

    private static JsonNode withUnknownFields(JsonNode body) {
        JsonNode grown = body.deepCopy();
        grow(grown);
        return grown;
    }

    private static void grow(JsonNode node) {
        node.forEach(ContractTest::grow);
        if (node instanceof ObjectNode object) {
            object.putObject("addedLater").put("start", -1).put("text", "unheard of");
        }
    }

    private AnalysisCompleted read(JsonNode body) {
        RecordHeaders headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_type", AnalysisReader.TYPE);
        header(headers, "ce_id", "example");
        header(headers, "ce_tenant", "demo");
        header(headers, "ce_lane", "live");
        header(headers, "ce_subject", body.get("articleId").asText());
        return reader.read(
                new Envelope(body.get("articleId").asText(), headers),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
