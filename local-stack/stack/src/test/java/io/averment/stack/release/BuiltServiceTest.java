package io.averment.stack.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.stack.process.StackFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltServiceTest {

    private static final String JAR = "target/query-service-1.1-native-image-source-jar/query-service-1.1-runner.jar";

    @TempDir
    private Path folder = Path.of("");

    private BuiltService service(String version) {
        return new BuiltService(folder, "query", version);
    }

    private Path file(String name) throws Exception {
        Path file = folder.resolve("query-service").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, name);
    }

    private Path executable(String version) throws Exception {
        return Files.setPosixFilePermissions(
                file("target/query-service-" + version + "-runner"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jar(String name, String entry, String text) throws Exception {
        Path file = file(name);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path saying(String name, String text) throws Exception {
        return jar(name, "io/averment/query/version.txt", text);
    }

    @Test
    void takesTheExecutableOfItsVersion() throws Exception {
        executable("1.0");
        file("target/query-service-1.2-runner");
        Path executable = executable("1.1");
        assertEquals(Optional.of(executable), service("1.1").executable());
        assertEquals(executable, service("1.1").requiredExecutable());
        // Of which a copy was cut short, say.
        assertEquals(Optional.empty(), service("1.2").executable());
        StackFailure failure =
                assertThrows(StackFailure.class, () -> service("1.3").requiredExecutable());
        assertEquals(
                "There is no native executable of query-service. Make it with: ./averment native query-service",
                failure.getMessage());
    }

    @Test
    void readsCommitFromWhatWasBuilt() throws Exception {
        saying("target/quarkus-app/app/query-service-1.1.jar", "1.1\nabc\n");
        saying("target/quarkus-app/app/query-service-1.2.jar", "1.2\n\n");
        jar("target/quarkus-app/app/query-service-1.3.jar", "boat", "1.3");
        assertEquals(Optional.of("abc"), service("1.1").commit());
        assertEquals(Optional.empty(), service("1.2").commit());
        StackFailure failure =
                assertThrows(StackFailure.class, () -> service("1.3").commit());
        assertEquals(
                "query-service/target/quarkus-app/app/query-service-1.3.jar does not say what it was built from.",
                failure.getMessage());
    }

    @Test
    void readsCommitOfExecutableFromWhatItWasMadeOf() throws Exception {
        Path executable = executable("1.1");
        assertEquals(Optional.empty(), service("1.1").commitOfExecutable());
        Path jar = saying(JAR, "1.1\nabc\n");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(executable, FileTime.fromMillis(2_000_000));
        assertEquals(Optional.of("abc"), service("1.1").commitOfExecutable());
        Files.setLastModifiedTime(jar, FileTime.fromMillis(3_000_000));
        assertEquals(Optional.empty(), service("1.1").commitOfExecutable());
    }
}
