package io.averment.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.overlay.Finding;
import io.averment.manifests.project.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake of {@code broken-manifests.tsv}, made in a copy of the manifests, is found, and nothing else is. */
class BrokenManifestsTest {

    private static final String GENERATED = "-[bcdfghkmt2456789]{10}(?=[ :])";

    @TempDir
    Path copies = Path.of("");

    private record Mistake(
            String name, String overlay, String file, String text, String instead, List<String> findings) {

        static Mistake parse(String line) {
            List<String> cells = Stream.of(line.split("\t", -1))
                    .map(cell -> cell.replace("\\n", "\n"))
                    .toList();
            return new Mistake(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5).lines().toList());
        }
    }

    private static List<Mistake> mistakes() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(BrokenManifestsTest.class.getResourceAsStream("broken-manifests.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Mistake::parse)
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> areFound() throws Exception {
        Kubectl kubectl = Tools.kubectl();
        Project project = Project.read(Tools.ROOT);
        List<DynamicTest> tests = new ArrayList<>();
        for (Mistake mistake : mistakes()) {
            Path copy = copies.resolve(Integer.toString(tests.size()));
            tests.add(DynamicTest.dynamicTest(mistake.name(), () -> {
                Tools.copyManifests(copy);
                make(mistake, copy.resolve("k8s").resolve(mistake.file()));
                assertEquals(
                        mistake.findings(),
                        new ManifestCheck(kubectl, copy.resolve("k8s"), project)
                                .check(mistake.overlay()).stream()
                                        .map(BrokenManifestsTest::line)
                                        .toList());
            }));
        }
        return tests.stream();
    }

    /** Without the hashes in names, which follow from content. */
    private static String line(Finding finding) {
        return (finding.where() + ": " + finding.what()).replaceAll(GENERATED, "-*");
    }

    private static void make(Mistake mistake, Path file) throws IOException {
        String content = Files.readString(file);
        int at = content.indexOf(mistake.text());
        assertTrue(at >= 0, () -> mistake.file() + " has no more: " + mistake.text());
        Files.writeString(
                file,
                content.substring(0, at)
                        + mistake.instead()
                        + content.substring(at + mistake.text().length()));
    }
}
