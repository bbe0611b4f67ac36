package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
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
            assertTrue(printed.contains("pushed to " + team + ": " + digest), printed);

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
            assertEquals("oar", onTop.text("averment/lib/main/oar.jar"));
        }
    }
}
