package io.averment.analysis.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ways to write the path of the protected method that a filter by path could miss. */
final class Disguises {

    private static final String PATH = "/v1/analyses";

    private Disguises() {}

    static List<String> all() {
        return List.of(
                PATH + ";x",
                PATH + ";x=1",
                PATH.replace("/v1/", "/v1;x/"),
                PATH + "%3B",
                PATH + "%3Bx",
                PATH.replace("/v1/", "/v1%2F"),
                PATH + "%2F",
                "/" + PATH,
                PATH.replace("/v1/", "/v1//"),
                PATH + "//",
                PATH + "/",
                PATH + ".",
                PATH + "/.",
                PATH.replace("/v1/", "/v1/./"),
                PATH.replace("/v1/", "/x/../v1/"),
                PATH.replace("/v1/", "/x/%2e%2e/v1/"),
                PATH + "%00",
                PATH + "%20",
                PATH.replace("/v1/", "/V1/"),
                PATH + ".json");
    }

    /** Posts a text to the path as it stands, which HTTP clients would tidy up first; the answer's status. */
    static int post(URI service, String path, String headers) throws IOException {
        String body = "{\"text\":\"a\"}";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n" + headers
                            + "Content-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\nConnection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String line =
                    new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
        }
    }
}
