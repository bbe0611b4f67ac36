package io.averment.stack.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.commandline.UsageFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReferenceTest {

    private static final Path ROOT = Path.of("..", "..");

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... words) throws UsageFailure, IOException {
        out.reset();
        return ConfigurationCommand.run(folder, List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, content);
    }

    /** Three services, of which one has a feature that is configured. */
    private void writeServices(String properties, String java) throws IOException {
        String required = """
                class ProductionReadiness {
                    private static final String KAFKA = "kafka.bootstrap.servers";
                    private static final List<String> REQUIRED = List.of(KAFKA, "quarkus.oidc.auth-server-url");
                }
                """;
        for (String service : List.of("ingest", "analysis", "query")) {
            write(service + "-service/src/main/java/ProductionReadiness.java", required);
            write(service + "-service/src/main/resources/application.properties", "");
        }
        write("ingest-service/src/main/resources/application.properties", properties);
        write("ingest-service/src/main/java/BoatConfiguration.java", java);
    }

    private static final String BOATS = """
            /** How boats are kept. */
            @ConfigMapping(prefix = "averment.boats")
            interface BoatConfiguration {
                int MOST = 90;

                /**
                 * How many boats, at most {@value #MOST};
                 * a {@code dinghy} | raft counts &lt; 1.
                 */
                @WithDefault("7")
                @Min(1)
                int greatestNumber();

                /** Where. */
                Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> moorings();

                /** By name. */
                @WithName("secret-fees")
                Map<String, Duration> fees();
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "analysis", "query"})
    void isWhatTheCodeSays(String service) throws IOException {
        assertEquals(
                ConfigurationReference.of(ServiceSettings.read(ROOT, service)),
                Files.readString(ConfigurationCommand.file(ROOT, service)),
                "Renew it with: ./averment configuration");
    }

    @Test
    void tellsEachSettingOfMapping() throws Exception {
        writeServices("averment.boats.moorings=${averment.migration.username:}", BOATS);
        assertEquals(0, run());
        assertEquals(
                "ingest-service/CONFIGURATION.md\nanalysis-service/CONFIGURATION.md\nquery-service/CONFIGURATION.md\n",
                said());
        String page = Files.readString(folder.resolve("ingest-service/CONFIGURATION.md"));
        assertTrue(page.endsWith("""

                ## `averment.boats`

                How boats are kept.

                | Property, variable | Value | Default | Meaning |
                |---|---|---|---|
                | `averment.boats.greatest-number`<br>`AVERMENT_BOATS_GREATEST_NUMBER` | whole number, 1 or more | `7` |\
                 How many boats, at most 90; a `dinghy` \\| raft counts < 1. |
                | `averment.boats.moorings`<br>`AVERMENT_BOATS_MOORINGS` | list, separated by commas |\
                 `${averment.migration.username:}` | Where. |
                | `averment.boats.secret-fees.<key>` | duration; **secret** |  | By name. |
                """), page);
    }

    @Test
    void takesDefaultsOfProductionAndMarksWhatIsRequired() throws Exception {
        writeServices("""
                quarkus.http.port=8081
                quarkus.log.console.json.enabled=false
                %prod.quarkus.log.console.json.enabled=true
                %local.quarkus.http.host=127.0.0.1
                quarkus.otel.exporter.otlp.endpoint=${OTEL_EXPORTER_OTLP_ENDPOINT:\\u0020}
                """, BOATS);
        run();
        List<String> rows = Files.readAllLines(folder.resolve("ingest-service/CONFIGURATION.md"));
        assertTrue(rows.contains("| `quarkus.http.port`<br>`QUARKUS_HTTP_PORT` | port | `8081` | Its port. |"));
        assertTrue(rows.contains("| `quarkus.http.host`<br>`QUARKUS_HTTP_HOST` | address | `0.0.0.0` |"
                + " Where the interface listens. |"));
        assertTrue(rows.contains("| `kafka.bootstrap.servers`<br>`KAFKA_BOOTSTRAP_SERVERS` |"
                + " list of host:port, separated by commas; **required** |  | The brokers. |"));
        assertTrue(rows.stream()
                .anyMatch(row -> row.startsWith("| `quarkus.log.console.json.enabled`") && row.contains("| `true` |")));
        assertTrue(rows.stream()
                .anyMatch(row ->
                        row.startsWith("| `quarkus.otel.exporter.otlp.endpoint`") && row.contains("| URL |  |")));
    }

    @Test
    void noticesThatFileIsStale() throws Exception {
        writeServices("", BOATS);
        run();
        assertEquals(0, run("--check"));
        assertEquals("", said());
        write("ingest-service/src/main/java/BoatConfiguration.java", BOATS.replace("\"7\"", "\"8\""));
        assertEquals(1, run("--check"));
        assertEquals("ingest-service/CONFIGURATION.md is not what the code says\n", said());
        assertEquals(0, run());
        assertEquals("ingest-service/CONFIGURATION.md\n", said());
    }

    @Test
    void refusesPropertyThatNobodyDescribes() throws Exception {
        writeServices("quarkus.x=${averment.tides:1}", BOATS);
        write(
                "ingest-service/src/main/java/Tide.java",
                "class Tide { Tide(@ConfigProperty(name = \"averment.moon\") String moon) {} }");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, this::run);
        assertEquals(
                "settings.tsv has no line for what ingest-service reads: [averment.moon, averment.tides]",
                refused.getMessage());
    }

    @Test
    void refusesSettingThatNothingIsSaidOf() throws Exception {
        writeServices("", BOATS.replace("/** Where. */", ""));
        assertThrows(IllegalArgumentException.class, this::run);
    }

    @Test
    void namesBadLineOfFile() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> SettingsFile.parse("# a\n\ningest\tHTTP\tname\n", "ingest"));
        assertEquals("settings.tsv, line 3: not 6 fields", refused.getMessage());
    }
}
