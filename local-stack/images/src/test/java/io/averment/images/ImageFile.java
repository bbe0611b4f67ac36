package io.averment.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * An image as it was written.
 *
 * @param names under which it is loaded
 * @param config what the image says of itself
 * @param layers the lowest first
 */
record ImageFile(List<String> names, JsonNode config, List<List<Entry>> layers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What stands in a layer.
     *
     * @param content its bytes as characters
     */
    record Entry(TarArchiveEntry header, String content) {

        /** Mode and name, as {@code 100644 etc/passwd}. */
        String line() {
            return Integer.toOctalString(header.getMode()) + " " + header.getName();
        }
    }

    static ImageFile read(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            entries(in)
                    .forEach(entry ->
                            files.put(entry.header().getName(), entry.content().getBytes(StandardCharsets.ISO_8859_1)));
        }
        JsonNode image = JSON.readTree(files.get("manifest.json")).get(0);
        List<String> names = new ArrayList<>();
        image.path("RepoTags").forEach(name -> names.add(name.asText()));
        List<List<Entry>> layers = new ArrayList<>();
        for (JsonNode layer : image.path("Layers")) {
            layers.add(entries(new GzipCompressorInputStream(new ByteArrayInputStream(
                    Optional.ofNullable(files.get(layer.asText())).orElseThrow()))));
        }
        return new ImageFile(names, JSON.readTree(files.get(image.path("Config").asText())), layers);
    }

    private static List<Entry> entries(InputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            entries.add(new Entry(entry, new String(tar.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        return entries;
    }

    List<String> lines(int layer) {
        return layers.get(layer).stream().map(Entry::line).toList();
    }

    List<Entry> all() {
        return layers.stream().flatMap(List::stream).toList();
    }

    String text(String name) {
        return all().stream()
                .filter(entry -> entry.header().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
