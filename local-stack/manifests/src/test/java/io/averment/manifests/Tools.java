package io.averment.manifests;

import io.averment.manifests.kubectl.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What tests of built overlays need. */
final class Tools {

    /** The repository's folder; tests run in that of their module. */
    static final Path ROOT = Path.of("..", "..");

    private static final List<String> COPIED = List.of("k8s", "local-stack/realm");

    private Tools() {}

    /** The kubectl on the PATH; without one the test is skipped, and says so where it is seen. */
    static Kubectl kubectl() throws Exception {
        Optional<Kubectl> kubectl = Kubectl.onPath();
        if (kubectl.isEmpty()) {
            System.err.println(
                    "!!! NOT CHECKED: the manifests in k8s/, since there is no kubectl 1.21 or later on the PATH !!!");
        }
        Assumptions.assumeTrue(kubectl.isPresent(), "no kubectl 1.21 or later on the PATH");
        return kubectl.get();
    }

    /** Copies the manifests and what they take from elsewhere, each where it is in the repository. */
    static void copyManifests(Path to) throws IOException {
        for (String folder : COPIED) {
            Path from = ROOT.resolve(folder);
            List<Path> files;
            try (Stream<Path> all = Files.walk(from)) {
                files = all.filter(Files::isRegularFile).toList();
            }
            for (Path file : files) {
                Path target = to.resolve(folder).resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }
}
