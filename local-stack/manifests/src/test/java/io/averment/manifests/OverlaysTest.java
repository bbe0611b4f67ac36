package io.averment.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manifests as they are. */
class OverlaysTest {

    private static final Path MANIFESTS = Tools.ROOT.resolve("k8s");

    /** Whoever runs Averment has one of their own beside them, which is checked as well. */
    @Test
    void areAtLeastThoseThatReadmeNames() throws Exception {
        List<String> there = ManifestCheck.overlays(MANIFESTS);
        assertTrue(there.containsAll(List.of("external", "local", "local-jvm", "production")), there.toString());
    }

    @Test
    void areFolders(@TempDir Path manifests) throws Exception {
        Files.createDirectories(manifests.resolve("overlays/own"));
        Files.writeString(manifests.resolve("overlays/.DS_Store"), "");
        assertEquals(List.of("own"), ManifestCheck.overlays(manifests));
    }

    @TestFactory
    Stream<DynamicTest> areInOrder() throws Exception {
        Kubectl kubectl = Tools.kubectl();
        ManifestCheck check = new ManifestCheck(kubectl, MANIFESTS, Project.read(Tools.ROOT));
        return ManifestCheck.overlays(MANIFESTS).stream()
                .map(overlay -> DynamicTest.dynamicTest(overlay, () -> assertEquals(List.of(), check.check(overlay))));
    }
}
