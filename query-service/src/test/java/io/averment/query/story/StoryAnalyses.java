package io.averment.query.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The analyses of all reports of the corpus, as the analysis itself gave them. Made anew in three steps, from the module's folder, with the
 * module's test classes on the class path:
 *
 * <pre>
 * java io.averment.query.story.StoryAnalyses texts DIR
 * ../averment analyze --json --dates DIR/dates.tsv --out DIR/analyses DIR/*.txt
 * java io.averment.query.story.StoryAnalyses gather DIR/analyses
 * </pre>
 */
public final class StoryAnalyses {
    static final List<String> PARTS = List.of("development", "evaluation");

    private static final Path FILE = Story.FOLDER.resolve("analyses.ndjson.gz");
    private static final JsonMapper MAPPER = new JsonMapper();

    private StoryAnalyses() {}

    /** Writes the texts, or gathers the analyses. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("texts")) {
            texts(folder);
        } else {
            gather(folder);
        }
    }

    private static void texts(Path folder) throws IOException {
        StringBuilder dates = new StringBuilder();
        for (String part : PARTS) {
            for (Story story : Story.all(part)) {
                for (int i = 0; i < story.reports().size(); i++) {
                    String file = story.file(i) + ".txt";
                    Files.writeString(
                            folder.resolve(file), story.reports().get(i).text(), StandardCharsets.UTF_8);
                    dates.append(file)
                            .append('\t')
                            .append(story.reports().get(i).date())
                            .append('\n');
                }
            }
        }
        Files.writeString(folder.resolve("dates.tsv"), dates, StandardCharsets.UTF_8);
    }

    private static void gather(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String part : PARTS) {
            for (Story story : Story.all(part)) {
                for (int i = 0; i < story.reports().size(); i++) {
                    ObjectNode line = MAPPER.createObjectNode().put("report", story.file(i));
                    line.set(
                            "analysis",
                            MAPPER.readTree(
                                    folder.resolve(story.file(i) + ".json").toFile()));
                    lines.append(MAPPER.writeValueAsString(line)).append('\n');
                }
            }
        }
        try (GZIPOutputStream file = new GZIPOutputStream(Files.newOutputStream(FILE))) {
            file.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** By the name of the report's file. */
    public static Map<String, JsonNode> read() {
        Map<String, JsonNode> analyses = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                JsonNode node = MAPPER.readTree(line);
                analyses.put(node.get("report").asText(), node.get("analysis"));
                line = lines.readLine();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return analyses;
    }
}
