package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report to be sent.
 *
 * @param name the file's name, without folder
 * @param source who published it, and where: what identifies it
 * @param body the file's content, which is the body of the request
 */
public record SampleReport(String name, Source source, String body) {

    /** The file beside the reports that says what must come out. */
    static final String EXPECTED = "expected.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What tells reports apart.
     *
     * @param outlet who published it
     * @param address where
     */
    public record Source(String outlet, String address) {

        static Source of(JsonNode node) {
            return new Source(node.path("outlet").asText(), node.path("address").asText());
        }
    }

    /** The reports of a folder, in the order of their names. */
    public static List<SampleReport> allIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new StackFailure("There are no sample reports: " + folder + " is missing.");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "*.json")) {
            listing.forEach(files::add);
        }
        files.sort(null);
        List<SampleReport> reports = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!name.equals(EXPECTED)) {
                String body = Files.readString(file);
                reports.add(new SampleReport(name, Source.of(JSON.readTree(body)), body));
            }
        }
        return List.copyOf(reports);
    }
}
