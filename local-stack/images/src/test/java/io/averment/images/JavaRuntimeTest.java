package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        // Whether the archive can be mapped is for the kernel to say, which puts things where it likes.
        Process started = new ProcessBuilder(first.java().toString(), "--list-modules").start();
        String printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, started.waitFor());
        assertTrue(printed.startsWith("java.base@"), printed);
        assertEquals(1, printed.lines().count());
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
