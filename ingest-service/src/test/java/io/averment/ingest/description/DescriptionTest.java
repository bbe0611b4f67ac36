package io.averment.ingest.description;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of the interface leaves nothing out that a client must know. */
@QuarkusTest
class DescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<Described> operations = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private JsonNode description = new JsonMapper().createObjectNode();

    private record Described(String method, String path, JsonNode node) {
        boolean isOfInterface() {
            return path.startsWith("/v1/");
        }
    }

    @BeforeEach
    void read() throws IOException {
        description = new JsonMapper()
                .readTree(given().accept("application/json").get("/openapi").asString());
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    operations.add(new Described(entry.getKey(), path.getKey(), entry.getValue()));
                }
            }
        }
    }

    /** What a reference leads to, or the node itself. */
    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        for (int depth = 0; found.has("$ref") && depth < 5; depth++) {
            found = description.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    private void require(boolean holds, Described operation, String what) {
        if (!holds) {
            gaps.add(operation.method() + " " + operation.path() + ": " + what);
        }
    }

    private void assertNoGaps() {
        assertEquals("", String.join("\n", new TreeSet<>(gaps)));
    }

    @Test
    void namesEveryOperation() {
        Set<String> ids = new HashSet<>();
        for (Described operation : operations) {
            String id = operation.node().path("operationId").asText();
            require(id.matches("[a-z]+[A-Za-z]*"), operation, "operationId");
            require(ids.add(id), operation, "an operationId of its own");
            require(!operation.node().path("summary").asText().isBlank(), operation, "summary");
            require(!operation.node().path("tags").isEmpty(), operation, "tag");
        }
        assertNoGaps();
    }

    @Test
    void typesEveryAnswer() {
        for (Described operation : operations) {
            boolean succeeds = false;
            for (Map.Entry<String, JsonNode> entry :
                    operation.node().path("responses").properties()) {
                JsonNode answer = resolved(entry.getValue());
                require(!answer.path("description").asText().isBlank(), operation, entry.getKey() + " description");
                if (entry.getKey().startsWith("2")) {
                    succeeds = true;
                    boolean isBare = entry.getKey().equals("204");
                    require(answer.path("content").isEmpty() == isBare, operation, entry.getKey() + " content");
                    for (Map.Entry<String, JsonNode> content :
                            answer.path("content").properties()) {
                        JsonNode schema = content.getValue().path("schema");
                        boolean isJson = content.getKey().contains("json");
                        require(isJson ? schema.has("$ref") : schema.has("type"), operation, content.getKey());
                        require(!resolved(schema).isEmpty(), operation, "a schema that is there");
                    }
                } else if (!entry.getKey().equals("304")) {
                    String schema = answer.path("content")
                            .path("application/problem+json")
                            .path("schema")
                            .path("$ref")
                            .asText();
                    require(schema.equals("#/components/schemas/Problem"), operation, entry.getKey() + " is a problem");
                }
            }
            require(succeeds, operation, "success");
        }
        assertNoGaps();
    }

    @Test
    void tellsEveryProblem() {
        for (Described operation : operations) {
            JsonNode answers = operation.node().path("responses");
            require(answers.has("500"), operation, "500");
            if (operation.isOfInterface()) {
                for (String status : List.of("400", "401", "403", "406", "414", "429", "503")) {
                    require(answers.has(status), operation, status);
                }
                require(!operation.node().path("security").isEmpty(), operation, "security");
            }
            if (operation.path().contains("{")) {
                require(answers.has("404"), operation, "404");
            }
        }
        assertNoGaps();
    }

    @Test
    void limitsEveryParameter() {
        for (Described operation : operations) {
            for (JsonNode reference : operation.node().path("parameters")) {
                JsonNode parameter = resolved(reference);
                String name = parameter.path("name").asText();
                JsonNode schema = resolved(parameter.path("schema"));
                require(!parameter.path("description").asText().isBlank(), operation, name + " description");
                boolean isLimited = switch (schema.path("type").isArray()
                        ? schema.path("type").path(0).asText()
                        : schema.path("type").asText()) {
                    case "integer" -> schema.has("minimum") && schema.has("maximum");
                    case "boolean" -> true;
                    case "string" -> schema.has("maxLength") || schema.has("format") || schema.has("enum");
                    default -> false;
                };
                require(isLimited, operation, name + " limits");
            }
        }
        assertNoGaps();
    }

    @Test
    void leadsNowhereElse() {
        for (JsonNode reference : description.findValues("$ref")) {
            assertEquals(
                    false, description.at(reference.asText().substring(1)).isMissingNode(), () -> reference.asText());
        }
    }
}
