package io.averment.stack.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units of {@code SERVICE/src/main/systemd}. */
class SystemdUnitsTest {

    private static final Path ROOT = Path.of("..", "..");

    /** What a unit may be open to, in tenths of the ten that systemd counts. */
    private static final String MOST_EXPOSED = "15";

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String service : List.of("ingest", "analysis", "query")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(service + "-service/src/main/systemd"))) {
                files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + printed;
    }

    /** A copy whose program is there. */
    private Path copy(Path unit) throws IOException {
        String content = Files.readString(unit).replaceAll("(?m)^ExecStart=\\S+", "ExecStart=/bin/true");
        return Files.writeString(folder.resolve(unit.getFileName()), content);
    }

    @Test
    void areFiveUnits() throws IOException {
        assertEquals(
                List.of(
                        "averment-ingest-migrate.service",
                        "averment-ingest.service",
                        "averment-analysis.service",
                        "averment-query-migrate.service",
                        "averment-query.service"),
                files(".service").stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .toList());
    }

    @Test
    void areUnderstoodBySystemd() throws Exception {
        assumeTrue(isThere("systemd-analyze"), "there is no systemd-analyze here");
        for (Path unit : files(".service")) {
            assertEquals("0 ", run("systemd-analyze", "verify", copy(unit).toString()), unit.toString());
        }
    }

    @Test
    void leaveLittleOpen() throws Exception {
        assumeTrue(isThere("systemd-analyze"), "there is no systemd-analyze here");
        assumeTrue(run("systemd-analyze", "--help").contains("--offline"), "it judges no files here");
        for (Path unit : files(".service")) {
            String judged = run(
                    "systemd-analyze",
                    "security",
                    "--offline=true",
                    "--threshold=" + MOST_EXPOSED,
                    copy(unit).toString());
            assertTrue(judged.startsWith("0 "), judged);
        }
    }

    /** One block for all, since a service that needs more than the others should say why. */
    @Test
    void areHardenedAlike() throws IOException {
        Set<String> blocks = new TreeSet<>();
        for (Path unit : files(".service")) {
            String content = Files.readString(unit);
            int start = content.indexOf("# Nobody in particular");
            blocks.add(content.substring(start, content.indexOf("UMask=0077\n", start)));
        }
        assertEquals(1, blocks.size());
    }

    @Test
    void sayHeapAndMemory() throws IOException {
        for (Path unit : files(".service")) {
            String content = Files.readString(unit);
            assertTrue(content.matches("(?s).*\nExecStart=/opt/averment/\\S+ -Xmx[0-9]+m( migrate)?\n.*"), content);
            assertTrue(content.contains("\nMemoryMax="), content);
        }
    }

    @Test
    void giveOwnersCredentialsToMigrationAlone() throws IOException {
        for (Path unit : files(".service")) {
            String content = Files.readString(unit);
            assertEquals(unit.toString().contains("-migrate"), content.contains(".owner.properties"), unit.toString());
        }
    }

    /** A variable is seen by whoever may look at the unit; what is secret is in the files that are given as credentials. */
    @Test
    void keepSecretsOutOfVariables() throws IOException {
        for (Path file : files(".env")) {
            assertFalse(Files.readString(file).matches("(?s).*(PASSWORD|SECRET|JAAS).*"), file.toString());
        }
        for (Path file : files(".properties")) {
            assertFalse(Files.readString(file).matches("(?s)(.*\n)?[^#\n]*(password|secret)=\\S.*"), file.toString());
        }
    }

    /** Whoever fills in the examples and changes nothing else is not open to the network. */
    @Test
    void giveExamplesThatAreNotOpen() throws IOException {
        for (Path file : files(".env")) {
            List<String> lines = Files.readAllLines(file);
            assertTrue(
                    lines.containsAll(List.of(
                            "QUARKUS_HTTP_HOST=127.0.0.1",
                            "QUARKUS_MANAGEMENT_HOST=127.0.0.1",
                            "KAFKA_SECURITY_PROTOCOL=SASL_SSL")),
                    file.toString());
            assertTrue(
                    lines.stream()
                            .filter(line -> line.startsWith("QUARKUS_DATASOURCE_JDBC_URL="))
                            .allMatch(line -> line.contains("?sslmode=verify-full&sslrootcert=/etc/averment/")),
                    file.toString());
        }
    }

    /** How much memory each process gets is said once, in OPERATING.md, by measurement; the manifests are checked against it too. */
    @Test
    void haveHeapAndMemoryOfTable() throws IOException {
        String table = Files.readString(ROOT.resolve("query-service/OPERATING.md"));
        for (Path unit : files(".service")) {
            String content = Files.readString(unit);
            String name = String.valueOf(unit.getFileName());
            String process =
                    name.contains("-migrate") ? "migrations, months" : name.replaceAll("averment-|\\.service", "");
            Matcher row = Pattern.compile("\\| " + process + " \\| (\\d+) \\| \\d+ \\| (\\d+) \\|")
                    .matcher(table);
            assertTrue(row.find(), process);
            assertTrue(content.contains(" -Xmx" + row.group(1) + "m"), name);
            assertTrue(content.contains("\nMemoryMax=" + row.group(2) + "M\n"), name);
        }
    }
}
