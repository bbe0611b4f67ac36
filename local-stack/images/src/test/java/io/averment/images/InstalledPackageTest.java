package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPackageTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder = Path.of("");

    /** A machine with libraries for two processors, and with a package that is half away. */
    private static List<String> answer(List<String> question) {
        if (question.contains("--search")) {
            return List.of(
                    "diversion by boat from: /lib/libsail.so.1",
                    "libsail:amd64: /lib/libsail.so.1",
                    "libboat:amd64, libboat:i386: /usr/share/boat/words",
                    "libboat:i386: /lib/i386/libboat.so.1",
                    "libboat:amd64: /lib/amd64/libboat.so.1",
                    "keel: /usr/lib/libkeel.so.1",
                    "gone: /usr/lib/libgone.so.1");
        }
        Map<String, List<String>> shown = Map.of(
                "libsail:amd64", List.of("libsail", "2-1", "amd64"),
                "libboat:amd64", List.of("libboat", "1.0+b1", "amd64"),
                "libboat:i386", List.of("libboat", "1.0", "i386"),
                "keel", List.of("keel", "3", "all"),
                "gone", List.of());
        return Objects.requireNonNull(shown.get(question.getLast()), question.toString());
    }

    @Test
    void tellsProcessorsApart() throws Exception {
        List<Path> files = List.of(
                Path.of("/usr/lib/amd64/libboat.so.1"),
                Path.of("/lib/i386/libboat.so.1"),
                Path.of("/usr/share/boat/words"),
                Path.of("/lib/libsail.so.1"),
                Path.of("/lib/libkeel.so.1"),
                Path.of("/lib/libgone.so.1"));
        assertEquals(
                List.of(
                        "keel 3 all [/lib/libkeel.so.1]",
                        "libboat 1.0+b1 amd64 [/usr/lib/amd64/libboat.so.1, /usr/share/boat/words]",
                        "libboat 1.0 i386 [/lib/i386/libboat.so.1]",
                        "libsail 2-1 amd64 [/lib/libsail.so.1]"),
                InstalledPackage.of(files, InstalledPackageTest::answer).stream()
                        .map(found ->
                                found.name() + " " + found.version() + " " + found.architecture() + " " + found.files())
                        .toList());
    }

    @Test
    void namesFilesWhereThereAreNoPackages() throws Exception {
        List<Path> programs = List.of(JAVA_HOME.resolve("bin/java"), JAVA_HOME.resolve("lib/libjli.so"));
        Path drafts = Files.createDirectories(folder.resolve("drafts"));
        SystemFiles system = SystemFiles.of(programs, drafts, _ -> List.of());
        assertEquals(List.copyOf(SharedLibraries.of(programs)), system.unlicensed());
        assertEquals(
                system.unlicensed().stream().map(Path::toString).toList(),
                system.parts().stream().map(part -> part.name()).toList());
    }

    /** What this machine answers, of whatever distribution it is. */
    @Test
    void hasTheLicenceOfEachPackageThatBringsOne() throws Exception {
        List<Path> programs = List.of(JAVA_HOME.resolve("bin/java"), JAVA_HOME.resolve("lib/libjli.so"));
        SystemFiles system = SystemFiles.of(programs, folder);
        List<InstalledPackage> packages =
                InstalledPackage.of(SharedLibraries.of(programs), InstalledPackage.asked(folder));
        for (InstalledPackage installed : packages) {
            assertTrue(installed.version().matches("[0-9].*"), installed.toString());
            boolean isLicensed = installed.licences().isPresent();
            assertEquals(
                    isLicensed ? List.of() : installed.files(),
                    installed.files().stream()
                            .filter(system.unlicensed()::contains)
                            .toList(),
                    installed.toString());
        }
    }
}
