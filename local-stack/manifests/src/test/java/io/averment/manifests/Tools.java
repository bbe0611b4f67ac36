package io.averment.manifests;

import io.averment.manifests.kubectl.Kubectl;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What tests of built overlays need. */
final class Tools {

    /** The repository's folder; tests run in that of their module. */
    static final Path ROOT = Path.of("..", "..");

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
}
