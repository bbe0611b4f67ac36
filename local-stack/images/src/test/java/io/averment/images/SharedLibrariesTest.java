package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.averment.stack.process.StackFailure;
import io.averment.stack.release.ElfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedLibrariesTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Path JAVA = JAVA_HOME.resolve("bin/java");
    private static final Path LAUNCHING = JAVA_HOME.resolve("lib/libjli.so");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void findsAllThatIsNeededInTurn() throws Exception {
        SortedSet<Path> found = SharedLibraries.of(List.of(JAVA, LAUNCHING));
        Set<String> names =
                found.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.toSet());
        for (Path library : found) {
            assertTrue(names.containsAll(ElfFile.read(library).libraries()), library.toString());
        }
        assertTrue(found.contains(Path.of(ElfFile.read(JAVA).loader().orElseThrow())), found.toString());
        assertTrue(names.containsAll(List.of("libc.so.6", "libpthread.so.0")), names.toString());
        assertEquals(found.size(), names.size());
    }

    /** Which program needs them is nowhere written down, and without them no service finds its database. */
    @Test
    void takesWhatNamesAreLookedUpWith() throws Exception {
        SortedSet<Path> found = SharedLibraries.of(List.of(JAVA, LAUNCHING));
        for (Path library : List.copyOf(found)) {
            if (String.valueOf(library.getFileName()).equals("libc.so.6")) {
                for (String name : List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2")) {
                    Path part = library.resolveSibling(name);
                    assertEquals(Files.isRegularFile(part), found.contains(part), name);
                }
                return;
            }
        }
        fail("no C library in " + found);
    }

    @Test
    void saysWhatIsMissing() {
        StackFailure failure = assertThrows(StackFailure.class, () -> SharedLibraries.of(List.of(JAVA)));
        assertTrue(
                String.valueOf(failure.getMessage()).startsWith(JAVA + " needs the library libjli.so, "),
                failure.getMessage());
    }

    @Test
    void refusesWhatIsNoProgram() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "#!/bin/sh\n");
        StackFailure failure = assertThrows(StackFailure.class, () -> SharedLibraries.of(List.of(text)));
        assertEquals(text + " is not a program for 64-bit Linux.", failure.getMessage());
    }
}
