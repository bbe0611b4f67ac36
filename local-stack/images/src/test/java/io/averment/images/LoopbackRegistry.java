package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * As much of a registry as one needs to push an image and to fetch it again (the Open Container Initiative's distribution specification):
 * blobs come whole, nobody logs in. It refuses what does not have the digest that is said, and manifests of blobs that it does not have.
 *
 * @param server on loopback
 * @param blobs by their digests
 * @param manifests by name and tag, and by name and digest
 * @param requests that came, as {@code GET /v2/}
 * @param places how many were given out for blobs
 * @param uploads what was sent to them and is not named yet
 */
record LoopbackRegistry(
        HttpsServer server,
        Map<String, byte[]> blobs,
        Map<String, byte[]> manifests,
        Queue<String> requests,
        AtomicInteger places,
        Map<String, byte[]> uploads)
        implements AutoCloseable {

    private static final Pattern BLOB = Pattern.compile("/v2/.*/blobs/(?<digest>sha256:[0-9a-f]{64})");
    private static final Pattern UPLOAD = Pattern.compile("/v2/(?<name>.*)/blobs/uploads/.*");
    private static final Pattern MANIFEST = Pattern.compile("/v2/(?<name>.*)/manifests/(?<reference>[^/]*)");
    private static final Pattern DIGEST = Pattern.compile("(?:^|&)digest=(sha256:[0-9a-f]{64})(?:&|$)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "changeit";
    private static final String MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json";

    /** @param folder for its certificate, which nobody has signed */
    static LoopbackRegistry start(Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certified(folder.resolve("registry.p12"))));
        LoopbackRegistry registry = new LoopbackRegistry(
                server,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentLinkedQueue<>(),
                new AtomicInteger(),
                new ConcurrentHashMap<>());
        server.createContext("/", registry::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return registry;
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static SSLContext certified(Path store) throws Exception {
        Process making = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(making.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, making.waitFor(), printed);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            Matcher blob = BLOB.matcher(path);
            Matcher upload = UPLOAD.matcher(path);
            Matcher manifest = MANIFEST.matcher(path);
            if (blob.matches()) {
                send(exchange, blobs.get(blob.group("digest")), "application/octet-stream");
            } else if (upload.matches()) {
                take(exchange, upload.group("name"), content);
            } else if (manifest.matches() && exchange.getRequestMethod().equals("PUT")) {
                exchange.getResponseHeaders().set("Docker-Content-Digest", digest(content));
                exchange.sendResponseHeaders(
                        putManifest(manifest.group("name"), manifest.group("reference"), content), -1);
            } else if (manifest.matches()) {
                String key = manifest.group("name") + ":" + manifest.group("reference");
                send(exchange, manifests.get(key), MANIFEST_TYPE);
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    /** A blob comes in three steps: a place is asked for, the content is sent there, its digest is said. */
    private void take(HttpExchange exchange, String name, byte[] content) throws IOException {
        String place = exchange.getRequestURI().getPath();
        int status = 202;
        switch (exchange.getRequestMethod()) {
            case "POST" -> place = "/v2/" + name + "/blobs/uploads/place" + places.incrementAndGet();
            case "PATCH" -> uploads.put(place, content);
            default ->
                status = putBlob(place, String.valueOf(exchange.getRequestURI().getQuery()));
        }
        exchange.getResponseHeaders().set("Location", "https://" + address() + place);
        exchange.sendResponseHeaders(status, -1);
    }

    /** Takes what was sent to a place for a blob, if it has the digest that is said; the status of the answer. */
    int putBlob(String place, String query) {
        byte @Nullable [] content = uploads.remove(place);
        Matcher said = DIGEST.matcher(query);
        if (content == null || !said.find() || !said.group(1).equals(digest(content))) {
            return 400;
        }
        blobs.put(digest(content), content);
        return 201;
    }

    /** Takes a manifest if all that it names is there, and if it has the digest by which it is named, should it be one; the status. */
    int putManifest(String name, String reference, byte[] content) throws IOException {
        JsonNode manifest = JSON.readTree(content);
        List<String> named =
                new ArrayList<>(List.of(manifest.at("/config/digest").asText()));
        manifest.path("layers").forEach(layer -> named.add(layer.path("digest").asText()));
        boolean isOther = reference.startsWith("sha256:") && !reference.equals(digest(content));
        if (isOther || !blobs.keySet().containsAll(named)) {
            return 400;
        }
        manifests.put(name + ":" + reference, content);
        manifests.put(name + ":" + digest(content), content);
        return 201;
    }

    private static void send(HttpExchange exchange, byte @Nullable [] content, String type) throws IOException {
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(content));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }
}
