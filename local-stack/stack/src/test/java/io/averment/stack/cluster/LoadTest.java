package io.averment.stack.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.averment.stack.samples.Api;
import io.averment.stack.samples.RecordList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against services that are played by a server in this process. */
class LoadTest {

    private static final Pattern ADDRESS = Pattern.compile("load\\.example\\.org/[a-z]+/([0-9]+)");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Statuses with which the next reports are turned away. */
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

    private final Map<String, Integer> revisions = new ConcurrentHashMap<>();
    private String lost = "none";
    private String doubled = "none";
    private List<String> differences = List.of();
    private HttpServer server = unstarted();

    private static HttpServer unstarted() {
        try {
            return HttpServer.create();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/realm", exchange -> answer(exchange, 200, "{\"access_token\": \"t\"}"));
        server.createContext("/ingest", this::ingest);
        server.createContext("/query", this::query);
        server.createContext("/analysis", exchange -> answer(exchange, 200, "{}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    private void ingest(HttpExchange exchange) throws IOException {
        Integer refusal = refusals.poll();
        if (refusal != null) {
            answer(exchange, refusal, "");
            return;
        }
        Matcher address = ADDRESS.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        assertTrue(address.find());
        int revision = revisions.merge(address.group(1), 1, Integer::sum);
        answer(exchange, 201, "{\"id\": \"" + address.group(1) + "\", \"revision\": " + revision + "}");
    }

    private void query(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        if (id.equals("statements") || id.equals("articles")) {
            answer(exchange, 200, "{\"items\": [" + String.join(", ", items(id)) + "]}");
        } else if (id.equals(lost)) {
            answer(exchange, 404, "");
        } else {
            answer(exchange, 200, "{\"revision\": " + revisions.get(id) + "}");
        }
    }

    private List<String> items(String list) {
        return revisions.keySet().stream()
                .filter(id -> !id.equals(lost))
                .flatMap(id -> Collections.nCopies(id.equals(doubled) ? 2 : 1, id).stream())
                .map(id -> "{\"address\": \"https://load.example.org/test/" + id + "\", "
                        + (list.equals("articles")
                                ? "\"revision\": " + revisions.get(id)
                                : "\"quoted\": [{\"text\": \"We promised bridge " + id + " and we keep our word,\"}]")
                        + "}")
                .toList();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (status == 503) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean run() throws Exception {
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        Addresses addresses =
                new Addresses(root + "/ingest", root + "/analysis", root + "/query", root + "/realm", "none:1");
        Tally tally = new Tally();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Api api = new Api(client, addresses.realm(), addresses.ingest(), addresses.query(), "carl");
            Load load = new Load(
                    addresses,
                    new Caller(api, tally),
                    new Caller(api, new Tally()),
                    tally,
                    "test",
                    Duration.ofSeconds(3),
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
            boolean kept = load.run(50, Duration.ofMillis(100));
            differences = load.differences(list(client, root, "articles"), list(client, root, "statements"));
            return kept;
        }
    }

    private static RecordList list(HttpClient client, String root, String name) {
        return new RecordList(client, root + "/query/v1/" + name, "t");
    }

    private String last() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    @Test
    void findsEverythingInTheRecord() throws Exception {
        assertTrue(run());
        assertEquals("verdict: kept undisturbed", last());
        assertEquals(Map.of("0", 2, "1", 2, "2", 2, "3", 2, "4", 2), Map.copyOf(revisions));
        assertEquals(List.of(), differences);
    }

    @Test
    void repeatsWhatItIsToldToRepeatAndCallsItNoFailure() throws Exception {
        refusals.add(503);
        assertTrue(run());
        assertEquals("verdict: kept undisturbed", last());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("1 told to repeat"));
    }

    @Test
    void repeatsWhatFailedAndSaysSo() throws Exception {
        refusals.add(500);
        assertTrue(run());
        assertEquals("verdict: kept disturbed", last());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("1 failed {500=1}"));
    }

    @Test
    void noticesWhatIsLost() throws Exception {
        lost = "3";
        assertFalse(run());
        assertEquals("verdict: lost undisturbed", last());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("load: missing 3=2"));
    }

    @Test
    void saysWhatTheRecordDoesNotHaveJustOnce() throws Exception {
        lost = "1";
        doubled = "2";
        assertFalse(run());
        assertEquals(
                List.of(
                        "https://load.example.org/test/1 revision 2: 0 times instead of 1",
                        "https://load.example.org/test/2 revision 2: 2 times instead of 1",
                        "https://load.example.org/test/1 We promised bridge 1 and we keep our word,: 0 times instead of 1",
                        "https://load.example.org/test/2 We promised bridge 2 and we keep our word,: 2 times instead of 1"),
                differences);
    }
}
