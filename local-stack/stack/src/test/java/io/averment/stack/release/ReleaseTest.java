package io.averment.stack.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final String BILL = """
            {
              "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": "urn:uuid:1",
              "metadata": {"timestamp": "2026-11-26T07:42:54Z", "component": {"name": "x"}},
              "components": [
                {"bom-ref": "b", "group": "org.boats", "name": "oar", "version": "2",
                  "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Oar Licence"}}]},
                {"bom-ref": "a", "group": "org.boats", "name": "keel", "version": "1", "licenses": [{"expression": "EPL-2.0"}]},
                {"bom-ref": "c", "group": "org.boats", "name": "sail", "version": "3"},
                {"bom-ref": "d", "group": "io.averment", "name": "x", "version": "3"}
              ],
              "dependencies": [{"ref": "b", "dependsOn": ["c", "a"]}, {"ref": "a"}]
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve("root").resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        return Files.writeString(path, content);
    }

    private void jar(String file, String entry, String content) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(write(file, "")))) {
            JarEntry text = new JarEntry(entry);
            text.setTime(TIME.toEpochMilli());
            jar.putNextEntry(text);
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void buildServices() throws IOException {
        write("LICENSE", "Apache\n");
        write("NOTICE", "Averment\n");
        for (String service : List.of("ingest", "analysis", "query")) {
            String module = service + "-service/";
            write(module + "CONFIGURATION.md", "# " + service + "\n");
            write(module + "src/main/systemd/averment-" + service + ".service", "[Unit]\n");
            write(module + "target/quarkus-app/quarkus-run.jar", "jar");
            jar(module + "target/quarkus-app/lib/main/oar.jar", "META-INF/LICENSE", "MIT, and the oar's");
            jar(module + "target/quarkus-app/lib/main/keel.jar", "META-INF/LICENSE.txt", "EPL");
            jar(module + "target/quarkus-app/lib/boot/rudder.jar", "META-INF/license.txt", "EPL\r\n");
            jar(module + "target/quarkus-app/lib/boot/sail.jar", "org/boats/License.class", "code");
            write(module + "target/" + service + "-service-1.2.3-dependency-cyclonedx.json", BILL);
        }
    }

    private void release(String to) throws Exception {
        ReleaseCommand.run(
                folder.resolve("root"),
                "1.2.3",
                TIME,
                List.of("--out", folder.resolve(to).toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private Map<TarArchiveEntry, String> entries(String archive) throws IOException {
        Map<TarArchiveEntry, String> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(folder.resolve(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private String content(String archive, String name) throws IOException {
        return entries(archive).entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void packsEverythingInOrderWithTheSameOwnerAndTime() throws Exception {
        release("out");
        List<String> listed = new ArrayList<>();
        for (TarArchiveEntry entry :
                entries("out/averment-ingest-1.2.3-jvm.tar.gz").keySet()) {
            listed.add(Integer.toOctalString(entry.getMode()) + " " + entry.getName());
            assertEquals(FileTime.from(TIME), entry.getLastModifiedTime());
            assertEquals(
                    "0 0 root root",
                    entry.getLongUserId() + " " + entry.getLongGroupId() + " " + entry.getUserName() + " "
                            + entry.getGroupName());
        }
        assertEquals(
                List.of(
                        "40755 averment-ingest-1.2.3/",
                        "40755 averment-ingest-1.2.3/quarkus-app/",
                        "40755 averment-ingest-1.2.3/quarkus-app/lib/",
                        "40755 averment-ingest-1.2.3/quarkus-app/lib/boot/",
                        "40755 averment-ingest-1.2.3/quarkus-app/lib/main/",
                        "40755 averment-ingest-1.2.3/systemd/",
                        "100644 averment-ingest-1.2.3/CONFIGURATION.md",
                        "100644 averment-ingest-1.2.3/LICENSE",
                        "100644 averment-ingest-1.2.3/NOTICE",
                        "100644 averment-ingest-1.2.3/README.md",
                        "100644 averment-ingest-1.2.3/THIRD-PARTY.md",
                        "100755 averment-ingest-1.2.3/averment-ingest",
                        "100644 averment-ingest-1.2.3/quarkus-app/lib/boot/rudder.jar",
                        "100644 averment-ingest-1.2.3/quarkus-app/lib/boot/sail.jar",
                        "100644 averment-ingest-1.2.3/quarkus-app/lib/main/keel.jar",
                        "100644 averment-ingest-1.2.3/quarkus-app/lib/main/oar.jar",
                        "100644 averment-ingest-1.2.3/quarkus-app/quarkus-run.jar",
                        "100644 averment-ingest-1.2.3/sbom.cdx.json",
                        "100644 averment-ingest-1.2.3/systemd/averment-ingest.service"),
                listed);
    }

    @Test
    void givesTheSameBytesAgain() throws Exception {
        release("first");
        for (String file : List.of("LICENSE", "query-service/target/quarkus-app/quarkus-run.jar")) {
            Files.setLastModifiedTime(folder.resolve("root").resolve(file), FileTime.from(TIME.plusSeconds(86_400)));
        }
        String bill = BILL.replace("07:42:54", "09:00:00").replace("urn:uuid:1", "urn:uuid:2");
        write("query-service/target/query-service-1.2.3-dependency-cyclonedx.json", bill);
        release("second");
        for (String file : List.of(
                "averment-ingest-1.2.3-jvm.tar.gz",
                "averment-analysis-1.2.3-jvm.tar.gz",
                "averment-query-1.2.3-jvm.tar.gz",
                "SHA256SUMS")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(file)),
                    Files.readAllBytes(folder.resolve("second").resolve(file)),
                    file);
        }
    }

    @Test
    void sumsUpWhatItWrote() throws Exception {
        release("out");
        List<String> sums = Files.readAllLines(folder.resolve("out/SHA256SUMS"));
        assertEquals(
                List.of(
                        "averment-analysis-1.2.3-jvm.tar.gz",
                        "averment-ingest-1.2.3-jvm.tar.gz",
                        "averment-query-1.2.3-jvm.tar.gz"),
                sums.stream().map(line -> line.substring(66)).toList());
        assertTrue(sums.stream().allMatch(line -> line.matches("[0-9a-f]{64}  \\S+")), sums.toString());
    }

    @Test
    void listsLicencesOfOthers() throws Exception {
        release("out");
        String licences = content("out/averment-query-1.2.3-jvm.tar.gz", "averment-query-1.2.3/THIRD-PARTY.md");
        assertEquals(
                List.of(
                        "| org.boats:keel | 1 | EPL-2.0 |",
                        "| org.boats:oar | 2 | MIT; Oar Licence |",
                        "| org.boats:sail | 3 | not stated |",
                        "",
                        "Their texts are in the jars below `quarkus-app/lib`."),
                licences.lines().skip(7).toList());
    }

    @Test
    void addsExecutableWithWhatItNeeds() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path runner = folder.resolve("root/ingest-service/target/ingest-service-1.2.3-runner");
        Files.copy(java, runner);
        release("out");
        String archive = "out/averment-ingest-1.2.3-linux-" + ElfFile.read(java).machine() + ".tar.gz";
        TarArchiveEntry executable = entries(archive).keySet().stream()
                .filter(entry -> entry.getName().equals("averment-ingest-1.2.3/averment-ingest"))
                .findFirst()
                .orElseThrow();
        assertEquals(0100755, executable.getMode());
        assertEquals(Files.size(java), executable.getSize());
        String readme = content(archive, "averment-ingest-1.2.3/README.md");
        assertTrue(readme.startsWith("# averment-ingest 1.2.3\n"), readme);
        assertTrue(readme.contains("Linux on " + ElfFile.read(java).machine() + ", glibc 2."), readme);
    }

    @Test
    void addsTextsOfLicencesToExecutable() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.copy(java, folder.resolve("root/ingest-service/target/ingest-service-1.2.3-runner"));
        release("out");
        String archive = "out/averment-ingest-1.2.3-linux-" + ElfFile.read(java).machine() + ".tar.gz";
        String line = "=".repeat(80);
        assertEquals(
                String.join(
                        "\n",
                        line,
                        "keel.jar",
                        "rudder.jar",
                        line,
                        "",
                        "EPL",
                        "",
                        line,
                        "oar.jar",
                        line,
                        "",
                        "MIT, and the oar's",
                        "",
                        line,
                        "sail.jar",
                        line,
                        "",
                        "These carry no text of their own; THIRD-PARTY.md says which licence they have.",
                        "",
                        ""),
                content(archive, "averment-ingest-1.2.3/THIRD-PARTY-TEXTS.txt"));
    }

    @Test
    void takesExecutableOfThisVersionAlone() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.copy(java, folder.resolve("root/ingest-service/target/ingest-service-1.2.2-runner"));
        release("out");
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "averment-analysis-1.2.3-jvm.tar.gz",
                        "averment-ingest-1.2.3-jvm.tar.gz",
                        "averment-query-1.2.3-jvm.tar.gz"),
                written());
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void leavesNothingOfEarlierRun() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/averment-query-1.2.3-linux-x86-64.tar.gz"), "earlier");
        release("out");
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "averment-analysis-1.2.3-jvm.tar.gz",
                        "averment-ingest-1.2.3-jvm.tar.gz",
                        "averment-query-1.2.3-jvm.tar.gz"),
                written());
    }

    @Test
    void refusesFolderWithAnotherVersion() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        Path earlier = Files.writeString(folder.resolve("out/averment-query-1.2.2-jvm.tar.gz"), "earlier");
        StackFailure failure = assertThrows(StackFailure.class, () -> release("out"));
        assertEquals(earlier + " is of another version: name another folder, or take it away.", failure.getMessage());
        assertEquals(List.of("averment-query-1.2.2-jvm.tar.gz"), written());
    }

    @Test
    void namesWhatIsNotBuilt() throws Exception {
        Files.delete(folder.resolve("root/analysis-service/CONFIGURATION.md"));
        StackFailure failure = assertThrows(StackFailure.class, () -> release("out"));
        assertEquals(
                "analysis-service/CONFIGURATION.md is not there: start this through ./averment.", failure.getMessage());
    }
}
