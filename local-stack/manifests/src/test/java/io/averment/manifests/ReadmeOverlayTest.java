package io.averment.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What k8s/README.md tells people to write into an overlay of their own, written into one. */
class ReadmeOverlayTest {

    private static final Pattern SNIPPET = Pattern.compile("(?s)( *)```yaml\n(.*?)```");

    @TempDir
    Path copies = Path.of("");

    @TestFactory
    Stream<DynamicTest> isInOrder() throws Exception {
        Kubectl kubectl = Tools.kubectl();
        Project project = Project.read(Tools.ROOT);
        List<String> snippets = SNIPPET.matcher(Files.readString(Tools.ROOT.resolve("k8s/README.md")))
                .results()
                .map(found -> found.group(2).replaceAll("(?m)^" + found.group(1), ""))
                .toList();
        assertEquals(2, snippets.size(), "A new version, and a database that is restored");
        return snippets.stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.lines().findFirst().orElse(""),
                        () -> assertEquals(
                                List.of(), new ManifestCheck(kubectl, overlay(snippet), project).check("own"))));
    }

    /** The manifests with an overlay beside `production`. */
    private Path overlay(String snippet) throws Exception {
        Path copy = Files.createTempDirectory(copies, "own");
        Tools.copyManifests(copy);
        Path own = Files.createDirectories(copy.resolve("k8s/overlays/own"));
        Files.writeString(own.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [../production]
                """ + snippet);
        Files.copy(copy.resolve("k8s/overlays/production/secrets.txt"), own.resolve("secrets.txt"));
        return copy.resolve("k8s");
    }
}
