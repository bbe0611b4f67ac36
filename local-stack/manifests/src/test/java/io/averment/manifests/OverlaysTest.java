package io.averment.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.project.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The manifests as they are. */
class OverlaysTest {

    private static final Path MANIFESTS = Tools.ROOT.resolve("k8s");

    @Test
    void areThoseThatReadmeNames() throws Exception {
        assertEquals(List.of("external", "local", "local-jvm", "production"), ManifestCheck.overlays(MANIFESTS));
    }

    @TestFactory
    Stream<DynamicTest> areInOrder() throws Exception {
        Kubectl kubectl = Tools.kubectl();
        ManifestCheck check = new ManifestCheck(kubectl, MANIFESTS, Project.read(Tools.ROOT));
        return ManifestCheck.overlays(MANIFESTS).stream()
                .map(overlay -> DynamicTest.dynamicTest(overlay, () -> assertEquals(List.of(), check.check(overlay))));
    }
}
