package io.averment.ingest.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Other spellings of a path, which a rule by path might take for another path than the one that answers. */
final class DisguisedPaths {
    private DisguisedPaths() {}

    /** The disguises of a path, each with its query. */
    static List<String> of(String path) {
        var question = path.indexOf('?');
        var plain = question < 0 ? path : path.substring(0, question);
        var query = question < 0 ? "" : path.substring(question);
        return Stream.of(
                        plain + ";x",
                        plain + ";x=y/",
                        plain + "%3B",
                        plain + "%3Bx",
                        plain + "/",
                        plain + "//",
                        plain + ".",
                        plain + "/.",
                        plain + "%2F",
                        plain + "%2f",
                        plain + "%2e",
                        plain + "/%2e",
                        "/" + plain,
                        "//" + plain,
                        plain.replace("/v1/", "/v1//"),
                        plain.replace("/v1/", "/v1/;x/"),
                        plain.replace("/v1/", "/v1;x/"),
                        plain.replace("/v1/", "/v1%2F"),
                        plain.replace("/v1/", "/x/../v1/"),
                        plain.replace("/v1/", "/./v1/"),
                        plain.replace("/v1/", "/%76%31/"),
                        plain.replace("/v1/", "/V1/"),
                        plain + "%00",
                        plain + "%20")
                .map(disguise -> disguise + query)
                .toList();
    }

    /** Written to the socket as it stands, for clients tidy paths up. An empty token or media type is left out. */
    static void assertRefused(URI base, String method, String path, String type, String body, String token)
            throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                    + "Content-Length: " + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var status = in.readLine();
            assertTrue(status != null && status.startsWith("HTTP/1.1 4"), () -> method + " " + path + ": " + status);
            in.lines().forEach(line -> assertFalse(line.contains("Exception"), line));
        }
    }
}
