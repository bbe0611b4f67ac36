package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void linksTheSameRuntimeAgain() throws Exception {
        JavaRuntime first = JavaRuntime.link(JDK, List.of("java.base"), folder.resolve("first"));
        JavaRuntime second = JavaRuntime.link(JDK, List.of("java.base"), folder.resolve("second"));
        assertEquals(files(first.folder()), files(second.folder()));
        for (Path file : files(first.folder())) {
            assertArrayEquals(
                    Files.readAllBytes(first.folder().resolve(file)),
                    Files.readAllBytes(second.folder().resolve(file)),
                    file.toString());
        }
        assertTrue(files(first.folder()).contains(Path.of("lib/server/classes.jsa")));
        JavaRuntime.requireCertificates(first.folder().resolve("lib/security/cacerts"), JDK);
        // Whether the archive can be mapped is for the kernel to say, which puts things where it likes.
        Process started = new ProcessBuilder(first.java().toString(), "--list-modules").start();
        String printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, started.waitFor());
        assertTrue(printed.startsWith("java.base@"), printed);
        assertEquals(1, printed.lines().count());
    }

    private void refusesCertificates(Path authorities) {
        StackFailure failure =
                assertThrows(StackFailure.class, () -> JavaRuntime.requireCertificates(authorities, JDK));
        assertTrue(String.valueOf(failure.getMessage()).contains("lib/security/cacerts"), failure.getMessage());
    }

    @Test
    void refusesARuntimeThatTrustsNobody() throws Exception {
        refusesCertificates(folder.resolve("none"));
        refusesCertificates(Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none")));
        refusesCertificates(Files.createFile(folder.resolve("void")));
        refusesCertificates(Files.writeString(folder.resolve("text"), "no certificates"));
        Path empty = folder.resolve("empty");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(empty)) {
            store.store(out, new char[0]);
        }
        refusesCertificates(empty);
    }

    @Test
    void saysWhyItCannot() {
        StackFailure failure = assertThrows(
                StackFailure.class, () -> JavaRuntime.link(JDK, List.of("java.boat"), folder.resolve("none")));
        assertTrue(
                String.valueOf(failure.getMessage()).startsWith("jlink of " + JDK + " could make no runtime: "),
                failure.getMessage());
        assertTrue(String.valueOf(failure.getMessage()).contains("java.boat"), failure.getMessage());
    }
}
