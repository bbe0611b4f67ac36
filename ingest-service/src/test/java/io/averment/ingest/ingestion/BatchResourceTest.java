package io.averment.ingest.ingestion;

import static io.averment.ingest.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.ingest.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/v1/articles/batch")
    @SuppressWarnings("NullAway.Init")
    URI batch;

    @Test
    void answersEveryLineInOrder() throws Exception {
        var report = report(UUID.randomUUID().toString(), "One");
        var body = report + "\n\n" + report + "\r\n{\"outlet\":\n" + "{\"outlet\": \"o\", \"body\": \""
                + "x".repeat(4 * 1024 * 1024) + "\"}\n" + report.replace("One", "Two") + "\n{\"outlet\": \"o\"}";
        // Not by REST Assured, which writes every byte of a body as a number first: too much for the heap of these
        // tests.
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(batch)
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofMinutes(2))
                    .header("Authorization", "Bearer " + Tokens.of("carl"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            assertEquals(
                    List.of("application/x-ndjson;charset=UTF-8"),
                    response.headers().allValues("Content-Type"));
            assertEquals(
                    List.of(
                            "1 201 ACCEPTED 1",
                            "3 200 KNOWN 1",
                            "4 400 invalid-json",
                            "5 413 body-too-large",
                            "6 201 REVISED 2",
                            "7 400 empty-text"),
                    lines(response.body()));
        }
    }

    @Test
    void refusesWholeBatchOfOtherMediaType() {
        as("carl")
                .header("Content-Type", "application/x-ndjson; charset=utf-16")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/articles/batch")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    /** The sender waits for each answer before he sends the next line, so an answer that is held back never comes. */
    @Test
    void answersEachLineBeforeNextIsSent() throws IOException {
        try (var socket = new Socket(batch.getHost(), batch.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /v1/articles/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                            + "Authorization: Bearer " + Tokens.of("carl") + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var i = 1; i <= 3; i++) {
                var line = report(UUID.randomUUID().toString(), "One") + "\n";
                out.write(
                        (Integer.toHexString(line.length()) + "\r\n" + line + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                var expected = "{\"line\":" + i + ",\"status\":201,";
                assertTrue(in.lines().anyMatch(answer -> answer.startsWith(expected)), expected);
            }
        }
    }

    /** The tenant of noor sends no other batch in these tests, so its places are this test's own. */
    @Test
    void refusesBatchBeyondTenantsShareUntilOneEnds() throws IOException {
        try (var first = open("noor")) {
            answeredFirstLine(first);
            try (var second = open("noor")) {
                answeredFirstLine(second);
                send("noor")
                        .statusCode(429)
                        .contentType("application/problem+json")
                        .header("Retry-After", "5")
                        .body("code", equalTo("too-many-requests"));
                send("carl").statusCode(200);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> send("noor").statusCode(200));
        }
    }

    private static ValidatableResponse send(String user) {
        return as(user).header("Content-Type", "application/x-ndjson")
                .body(report(UUID.randomUUID().toString(), "One").getBytes(StandardCharsets.UTF_8))
                .post("/v1/articles/batch")
                .then();
    }

    /** A batch whose first line was sent, and no end. */
    private Socket open(String user) throws IOException {
        var socket = new Socket(batch.getHost(), batch.getPort());
        socket.setSoTimeout(20_000);
        var line = report(UUID.randomUUID().toString(), "One") + "\n";
        socket.getOutputStream()
                .write(("POST /v1/articles/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                                + "Authorization: Bearer " + Tokens.of(user) + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void answeredFirstLine(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertTrue(in.lines().anyMatch(answer -> answer.startsWith("{\"line\":1,\"status\":201,")));
    }

    /** 200 MB through a heap that is not much larger in all: the whole service and this test live in it (see the pom). */
    @Test
    void takesLargeBodyInConstantMemory() throws Exception {
        var externalId = UUID.randomUUID().toString();
        var line = (report(externalId, "x".repeat(200_000)) + "\n").getBytes(StandardCharsets.UTF_8);
        var count = 1_050;
        assertTrue(Runtime.getRuntime().maxMemory() < 400L << 20, "the heap must be small for this to mean anything");
        var answered = new ArrayList<String>();
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newSingleThreadExecutor();
                var pipe = new PipedInputStream(1 << 20);
                // Connected before anybody reads or writes.
                var sink = new PipedOutputStream(pipe)) {
            var sent = threads.submit(() -> {
                try (var out = sink) {
                    for (var i = 0; i < count; i++) {
                        out.write(line);
                    }
                }
                return true;
            });
            var request = HttpRequest.newBuilder(batch)
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofMinutes(2))
                    .header("Authorization", "Bearer " + Tokens.of("carl"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> pipe))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            try (InputStream results = response.body()) {
                new BufferedReader(new InputStreamReader(results, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(answered::add);
            }
            assertTrue(sent.get());
        }
        assertEquals(count, answered.size());
        assertEquals("1 201 ACCEPTED 1", describe(answered.getFirst()));
        assertEquals(count + " 200 KNOWN 1", describe(answered.getLast()));
    }

    private static List<String> lines(String body) throws IOException {
        var results = new ArrayList<String>();
        for (var line : body.lines().toList()) {
            results.add(describe(line));
        }
        return results;
    }

    private static String describe(String line) throws IOException {
        JsonNode result = JSON.readTree(line);
        var start = result.get("line") + " " + result.get("status") + " ";
        return result.has("problem")
                ? start + result.get("problem").get("code").textValue()
                : start + result.get("outcome").textValue() + " " + result.get("revision");
    }

    private static String report(String externalId, String body) {
        return "{\"outlet\": \"Batch Post\", \"externalId\": \"" + externalId + "\", \"body\": \"" + body + "\"}";
    }
}
