package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.process.StackFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void putsImageIntoRegistryAndStandsOnOneFromThere() throws Exception {
        BuiltServices services = BuiltServices.in(folder.resolve("root"));
        String out = folder.resolve("out").toString();
        try (LoopbackRegistry registry = LoopbackRegistry.start(folder)) {
            String team = registry.address() + "/team";
            String printed = services.images("--native", "--push", team, "--out", out, "ingest-service");

            byte[] manifest = Optional.ofNullable(registry.manifests().get("team/averment/ingest-service:1.2.3"))
                    .orElseThrow();
            JsonNode image = new ObjectMapper().readTree(manifest);
            assertEquals(2, image.get("layers").size());
            for (JsonNode layer : image.get("layers")) {
                assertTrue(registry.blobs().containsKey(layer.get("digest").asText()), layer.toString());
            }
            String config = image.at("/config/digest").asText();
            assertEquals(
                    ImageFile.read(folder.resolve("out/ingest-service-1.2.3.tar"))
                            .config(),
                    new ObjectMapper().readTree(registry.blobs().get(config)));
            String digest = LoopbackRegistry.digest(manifest);
            assertTrue(printed.contains("pushed to " + team + ": averment/ingest-service:1.2.3  " + digest), printed);

            String base = team + "/averment/ingest-service@" + digest;
            services.images("--jvm", "--base", base, "--out", out, "query-service");
            ImageFile onTop = ImageFile.read(folder.resolve("out/query-service-1.2.3-jvm.tar"));
            assertEquals(4, onTop.layers().size());
            assertEquals(
                    base,
                    onTop.config()
                            .at("/config/Labels")
                            .get("org.opencontainers.image.base.name")
                            .asText());
            assertTrue(onTop.text("averment/averment-ingest").startsWith("\u007fELF"));
            assertTrue(onTop.lines(2).contains("100644 averment/lib/main/oar.jar"));
        }
    }

    /** Otherwise none of the others would see that a push is broken. */
    @Test
    void knowsAPushThatIsBroken() throws Exception {
        try (LoopbackRegistry registry = LoopbackRegistry.start(folder)) {
            byte[] blob = "{}".getBytes(StandardCharsets.UTF_8);
            String digest = LoopbackRegistry.digest(blob);
            byte[] manifest =
                    ("{\"config\": {\"digest\": \"" + digest + "\"}, \"layers\": []}").getBytes(StandardCharsets.UTF_8);
            assertEquals(400, registry.putManifest("boat", "1", manifest));

            registry.uploads().put("place", new byte[] {1});
            assertEquals(400, registry.putBlob("place", "digest=" + digest));
            registry.uploads().put("place", blob);
            assertEquals(400, registry.putBlob("elsewhere", "digest=" + digest));
            assertEquals(201, registry.putBlob("place", "digest=" + digest));

            assertEquals(400, registry.putManifest("boat", digest, manifest));
            assertEquals(201, registry.putManifest("boat", "1", manifest));
            assertEquals(
                    Set.of("boat:1", "boat:" + LoopbackRegistry.digest(manifest)),
                    registry.manifests().keySet());
        }
    }

    /** What stands between a base's registry and this machine is looked at when it is fetched, whatever the target is. */
    @Test
    void fetchesABaseOnceAndNotWhilePushing() throws Exception {
        BuiltServices services = BuiltServices.in(folder.resolve("root"));
        String out = folder.resolve("out").toString();
        try (LoopbackRegistry from = LoopbackRegistry.start(Files.createDirectories(folder.resolve("from")));
                LoopbackRegistry to = LoopbackRegistry.start(Files.createDirectories(folder.resolve("to")))) {
            services.images("--native", "--push", from.address(), "--out", out, "ingest-service");
            String pushed =
                    LoopbackRegistry.digest(Optional.ofNullable(from.manifests().get("averment/ingest-service:1.2.3"))
                            .orElseThrow());
            from.requests().clear();
            String base = from.address() + "/averment/ingest-service:1.2.3";
            services.images(
                    "--jvm", "--base", base, "--push", to.address(), "--out", out, "query-service", "ingest-service");

            List<String> asked = from.requests().stream()
                    .filter(request -> request.contains("/manifests/"))
                    .toList();
            assertEquals(List.of("GET /v2/averment/ingest-service/manifests/1.2.3"), asked);
            byte[] manifest = Optional.ofNullable(to.manifests().get("averment/query-service:1.2.3-jvm"))
                    .orElseThrow();
            assertEquals(4, new ObjectMapper().readTree(manifest).get("layers").size());
            ImageFile image = ImageFile.read(folder.resolve("out/query-service-1.2.3-jvm.tar"));
            JsonNode labels = image.config().at("/config/Labels");
            assertEquals(base, labels.get("org.opencontainers.image.base.name").asText());
            assertEquals(
                    pushed, labels.get("org.opencontainers.image.base.digest").asText());
            String bill = Files.readString(folder.resolve("out/query-service-1.2.3-jvm.cdx.json"));
            assertTrue(bill.contains("\"version\" : \"" + pushed + "\""), bill);
        }
    }

    /** The same host by a name that is not known to be this machine's. It takes a minute, since Jib tries again for as long. */
    @Test
    void trustsNoRegistryElsewhereWithoutItsCertificate() throws Exception {
        BuiltServices services = BuiltServices.in(folder.resolve("root"));
        String out = folder.resolve("out").toString();
        try (LoopbackRegistry registry = LoopbackRegistry.start(folder)) {
            services.images("--native", "--push", registry.address(), "--out", out, "ingest-service");
            String elsewhere = registry.address().replace("127.0.0.1", "127.1");
            String base = elsewhere + "/averment/ingest-service:1.2.3";
            registry.requests().clear();
            StackFailure failure = assertThrows(
                    StackFailure.class,
                    () -> services.images(
                            "--jvm", "--base", base, "--push", registry.address(), "--out", out, "query-service"));
            assertTrue(
                    String.valueOf(failure.getMessage()).contains("only secure connections are allowed"),
                    failure.getMessage());
            assertEquals(List.of(), List.copyOf(registry.requests()));
        }
    }

    @Test
    void pushesNothingUnlessAllIsMade() throws Exception {
        BuiltServices services = BuiltServices.in(folder.resolve("root"));
        String out = folder.resolve("out").toString();
        try (LoopbackRegistry registry = LoopbackRegistry.start(folder)) {
            assertThrows(
                    StackFailure.class, () -> services.images("--native", "--push", registry.address(), "--out", out));
            assertEquals(Set.of(), registry.manifests().keySet());
        }
    }
}
