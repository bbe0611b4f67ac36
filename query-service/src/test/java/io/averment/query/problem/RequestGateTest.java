package io.averment.query.problem;

import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.averment.query.server.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it reaches an operation is refused with a problem too. */
@QuarkusTest
class RequestGateTest {
    private static final String BLANKS = " ".repeat(RequestGate.LARGEST_BODY);

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Quarkus fills it.
    URI service;

    /** An answer to what a client writes byte by byte; the connection is closed behind it. */
    private record Answer(String status, JsonNode problem) {}

    private Answer send(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    answer.substring(0, answer.indexOf("\r\n")), new JsonMapper().readTree(answer.substring(end + 4)));
        }
    }

    private static String get(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
    }

    @Test
    void refusesLinesThatAreTooLong() throws IOException {
        int rest = "GET ".length() + " HTTP/1.1".length();
        String longest = "/v1/statements?speaker="
                .concat("x".repeat(RequestGate.LONGEST_LINE))
                .substring(0, RequestGate.LONGEST_LINE - rest);

        assertEquals("HTTP/1.1 401 Unauthorized", send(get(longest)).status());
        Answer answer = send(get(longest + "x"));
        assertEquals("HTTP/1.1 414 Request-URI Too Long", answer.status());
        assertEquals("address-too-long", answer.problem().path("code").asText());
        assertEquals(
                "A request's line has at most 16384 bytes.",
                answer.problem().path("detail").asText());
    }

    private String query(String header, String body) {
        return "POST /v1/queries HTTP/1.1\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer "
                + Tokens.of("rita") + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n" + body;
    }

    /** Blanks, so that a body of the largest size is refused for what it says. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesBodiesThatAreTooLarge(boolean announced) throws IOException {
        Answer whole = send(body(BLANKS, announced));
        Answer answer = send(body(BLANKS + ' ', announced));

        assertEquals("invalid-request", whole.problem().path("code").asText());
        assertEquals("HTTP/1.1 413 Request Entity Too Large", answer.status());
        assertEquals("body-too-large", answer.problem().path("code").asText());
        assertEquals(
                "A body has at most 65536 bytes.",
                answer.problem().path("detail").asText());
        assertEquals("/v1/queries", answer.problem().path("instance").asText());
    }

    private String body(String text, boolean announced) {
        return announced
                ? query("Content-Length: " + text.length(), text)
                : query(
                        "Transfer-Encoding: chunked",
                        Integer.toHexString(text.length()) + "\r\n" + text + "\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; /v1/statements; GET, HEAD, OPTIONS",
                "DELETE; /v1/articles/histogram; GET, HEAD, OPTIONS",
                "PATCH; /v1/queries; GET, HEAD, OPTIONS, POST",
                "POST; /v1/queries/x; DELETE, GET, HEAD, OPTIONS, PUT",
                "GET; /v1/entities/a/links/b; OPTIONS, PUT",
                "PUT; /; GET, HEAD, OPTIONS"
            })
    void namesTheMethodsThatThereAre(String method, String path, String allowed) {
        rita().request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", equalTo(allowed))
                .body("code", equalTo("method-not-allowed"))
                .body("detail", equalTo("The methods here are " + allowed + "."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/statements; This is given as application/json, application/x-ndjson, text/csv, application/atom+xml.",
                "/v1/statements/x; This is given as application/json.",
                "/problems; This is given as application/json, text/html."
            })
    void namesTheFormsThatThereAre(String path, String detail) {
        rita().accept("image/png")
                .get(path)
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"))
                .body("detail", equalTo(detail));
    }
}
