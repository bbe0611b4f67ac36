package io.averment.manifests;

import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.overlay.Finding;
import io.averment.manifests.project.Project;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code ./averment k8s check} hands over to; its arguments are overlays, none for all. Exit codes: 0 nothing is wrong, 1 something
 * is, or kubectl is missing, 2 there is no such overlay.
 */
public final class Main {

    private static final int WRONG = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** Checks and prints a line an overlay, and one a finding. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path root = Path.of(System.getProperty("averment.root", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(run(root, List.of(arguments), out));
    }

    static int run(Path root, List<String> wanted, PrintStream out) throws IOException, InterruptedException {
        Path manifests = root.resolve("k8s");
        List<String> there = ManifestCheck.overlays(manifests);
        if (!there.containsAll(wanted)) {
            out.println("averment: the overlays are " + String.join(", ", there) + ".");
            return MISUSED;
        }
        Optional<Kubectl> kubectl = Kubectl.onPath();
        if (kubectl.isEmpty()) {
            out.println("averment: kubectl 1.21 or later is needed, and is not on the PATH.");
            return WRONG;
        }
        ManifestCheck check = new ManifestCheck(kubectl.get(), manifests, Project.read(root));
        List<Finding> all = new ArrayList<>();
        for (String overlay : wanted.isEmpty() ? there : wanted) {
            List<Finding> findings = check.check(overlay);
            out.printf(
                    Locale.ROOT, "%-12s %s%n", overlay, findings.isEmpty() ? "in order" : findings.size() + " wrong");
            all.addAll(findings);
        }
        all.forEach(out::println);
        return all.isEmpty() ? 0 : WRONG;
    }
}
