package io.averment.query.description;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Tokens;
import io.averment.query.server.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client made from the description compiles and reads everything. It knows no other fields than those described, so that an
 * answer with more of them fails here.
 */
@QuarkusTest
class GeneratedClientTest {
    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Quarkus fills it.
    URI service;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it.
    Path folder;

    /** The compiled client, called by names as the description has them. */
    private record Client(Object client) {

        Object call(String operation, Map<String, Object> arguments) throws Exception {
            Method method = Arrays.stream(client.getClass().getMethods())
                    .filter(each -> each.getName().equals(operation))
                    .findFirst()
                    .orElseThrow();
            Object[] values = Arrays.stream(method.getParameters())
                    .map(parameter -> arguments.get(parameter.getName()))
                    .toArray();
            return method.invoke(client, values);
        }
    }

    /** The value at the end of a path of record components; numbers are places in lists. */
    private static Object at(Object value, String path) throws Exception {
        Object found = value;
        for (String name : path.split("\\.", -1)) {
            found = found instanceof List<?> list
                    ? list.get(Integer.parseInt(name))
                    : found.getClass().getMethod(name).invoke(found);
        }
        return found;
    }

    private Client client() throws Exception {
        JsonNode description = new JsonMapper()
                .readTree(given().accept("application/json").get("/openapi").asString());
        compile(new ClientSource(description).units());
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, JsonMapper.class.getClassLoader());
        return new Client(loader.loadClass(ClientSource.PACKAGE + "." + ClientSource.CLIENT)
                .getConstructor(URI.class, String.class)
                .newInstance(service, Tokens.of("rita")));
    }

    private void compile(Map<String, String> units) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(ClientSource.PACKAGE));
        List<String> arguments = new ArrayList<>(List.of(
                "-parameters", "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> unit : units.entrySet()) {
            Path file = sources.resolve(unit.getKey() + ".java");
            Files.writeString(file, unit.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)), "the client compiles");
    }

    private static Report publish() {
        Report report = Report.unique();
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, report.message("demo"));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Reader.rita().get("/v1/articles/" + report.article()).statusCode() == 200);
        return report;
    }

    @Test
    void readsEverythingThatTheDescriptionNames() throws Exception {
        Report report = publish();
        Client client = client();
        Map<String, Object> ofOutlet = Map.of("outlet", report.outlet());

        assertEquals(report.article(), at(client.call("listArticles", ofOutlet), "items.0.id"));
        assertInstanceOf(Instant.class, at(client.call("listArticles", ofOutlet), "items.0.recordedFrom"));
        Object statements = client.call("listStatements", Map.of("outlet", report.outlet(), "limit", 1));
        assertEquals(SampleMessage.FIRST_QUOTE, at(statements, "items.0.content.0.text"));
        assertEquals("DIRECT", at(statements, "items.0.kind").toString());
        Object second = client.call(
                "listStatements", Map.of("outlet", report.outlet(), "limit", 1, "cursor", at(statements, "next")));
        assertEquals(SampleMessage.SECOND_QUOTE, at(second, "items.0.content.0.text"));
        assertNull(at(second, "next"));
        assertEquals("sails again", at(client.call("listCommitments", ofOutlet), "items.0.act.text"));
        assertEquals("2027-05", at(client.call("listTimes", ofOutlet), "items.0.edtf"));
        for (String operation : List.of("listArticles", "listStatements", "listCommitments")) {
            assertNotNull(at(client.call(operation, Map.of("outlet", report.outlet(), "country", "IQ")), "items"));
            assertEquals(
                    report.article(),
                    UUID.fromString(at(
                                    client.call(
                                            operation, Map.of("outlet", report.outlet(), "origin", report.article())),
                                    "items.0.id")
                            .toString()
                            .substring(0, 36)));
        }
        Object entities = client.call("searchEntities", Map.of("name", "Ilse Maréchal"));
        Object article = client.call("getArticle", Map.of("id", report.article().toString()));
        assertEquals(SampleMessage.text(), at(article, "text"));
        assertEquals(SampleMessage.SPEAKER, at(article, "statements.0.speaker.name"));
        for (Map.Entry<String, String> one : Map.of("getStatement", "s1", "getCommitment", "c1", "getTime", "t1")
                .entrySet()) {
            String id = report.article() + ":" + one.getValue();
            assertEquals(id, at(client.call(one.getKey(), Map.of("id", id)), "id"));
        }
        Object story = at(article, "story");
        assertEquals(story, at(client.call("getStory", Map.of("id", story)), "id"));
        Object timeline = client.call("getStoryTimeline", Map.of("id", story, "limit", 1));
        assertEquals("ARTICLE", at(timeline, "items.0.kind").toString());
        assertNotNull(at(client.call("listStories", ofOutlet), "items"));
        Object id = at(entities, "items.0.id");
        assertEquals(id, at(client.call("getEntity", Map.of("id", id)), "id"));
        assertEquals("Averment query", at(client.call("getIndex", Map.of()), "name"));
        assertEquals("not-found", at(client.call("getProblem", Map.of("code", "not-found")), "code"));
        assertNotNull(at(client.call("listProblems", Map.of()), "items.0.meaning"));
    }

    @Test
    void readsSavedQueriesAndWhatTheyFind() throws Exception {
        Report report = publish();
        Client client = client();
        String location = Reader.rita()
                .contentType("application/json")
                .body(Map.of(
                        "name", report.outlet(), "list", "articles", "parameters", Map.of("outlet", report.outlet())))
                .post("/v1/queries")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));

        Object query = client.call("getSavedQuery", Map.of("id", id));
        assertEquals(report.outlet(), at(query, "name"));
        assertEquals(Map.of("outlet", report.outlet()), at(query, "parameters"));
        assertEquals(id, at(client.call("listSavedQueries", Map.of("own", true, "limit", 1)), "items.0.id"));
        JsonNode page = (JsonNode) client.call("getSavedQueryResults", Map.of("id", id));
        assertEquals(report.article().toString(), page.at("/items/0/id").asText());
    }

    @Test
    void readsProblems() throws Exception {
        Client client = client();
        InvocationTargetException failure = assertThrows(
                InvocationTargetException.class,
                () -> client.call("getArticle", Map.of("id", UUID.randomUUID().toString())));

        Throwable cause = failure.getCause();
        Object problem = cause.getClass().getField("problem").get(cause);
        assertEquals("not-found", at(problem, "code"));
        assertEquals(404, at(problem, "status"));
    }
}
