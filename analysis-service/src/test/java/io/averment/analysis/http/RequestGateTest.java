package io.averment.analysis.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before it reaches an operation is refused with a problem too. */
@QuarkusTest
class RequestGateTest {
    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Quarkus fills it.
    URI service;

    /** An answer to what a client writes byte by byte; the connection is closed behind it. */
    private record Answer(String status, JsonNode problem) {}

    private Answer get(String address) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + address + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    answer.substring(0, answer.indexOf("\r\n")), new JsonMapper().readTree(answer.substring(end + 4)));
        }
    }

    @Test
    void refusesLinesThatAreTooLong() throws IOException {
        int rest = "GET ".length() + " HTTP/1.1".length();
        String longest = "/nothing?a="
                .concat("x".repeat(RequestGate.LONGEST_LINE))
                .substring(0, RequestGate.LONGEST_LINE - rest);

        assertEquals("HTTP/1.1 404 Not Found", get(longest).status());
        Answer answer = get(longest + "x");
        assertEquals("HTTP/1.1 414 Request-URI Too Long", answer.status());
        assertEquals("address-too-long", answer.problem().path("code").asText());
        assertEquals(
                "A request's line has at most 16384 bytes.",
                answer.problem().path("detail").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"GET; /v1/analyses; OPTIONS, POST", "POST; /problems; GET, HEAD, OPTIONS"})
    void namesTheMethodsThatThereAre(String method, String path, String allowed) {
        RestAssured.given()
                .request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", equalTo(allowed))
                .body("code", equalTo("method-not-allowed"))
                .body("detail", equalTo("The methods here are " + allowed + "."));
    }
}
