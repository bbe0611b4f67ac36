package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads attributions in the standoff format of the annotation tool brat: {@code text/NAME.txt} with
 * {@code attributions/NAME.ann}, whose {@code T} lines are spans in code points and whose {@code E} lines join them as source, cue
 * and content. Attributions without content are left out, and so are texts without annotations.
 */
final class StandoffStatements {

    private static final Pattern SPANS = Pattern.compile("(T\\d+)\\t\\w+ ([\\d ;]+)\\t.*");
    private static final Pattern ATTRIBUTION = Pattern.compile("(E\\d+)\\t(.*)");
    private static final Pattern ROLE = Pattern.compile("(Source|Cue|Content)\\d*:(T\\d+)");
    private static final String TEXT_ENDING = ".txt";

    private StandoffStatements() {}

    /**
     * The texts of a folder, by name.
     *
     * @param names which texts are read
     * @throws IOException if a file cannot be read, or a span is none, naming file and line
     */
    static List<GoldReport> read(Path folder, Predicate<String> names) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("text"))) {
            files = all.filter(file -> file.toString().endsWith(TEXT_ENDING))
                    .sorted()
                    .toList();
        }
        List<GoldReport> reports = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            name = name.substring(0, name.length() - TEXT_ENDING.length());
            Path attributions = folder.resolve("attributions").resolve(name + ".ann");
            if (names.test(name) && Files.exists(attributions)) {
                String text = Files.readString(file);
                reports.add(new GoldReport(name, text, 0, null, statements(text, attributions)));
            }
        }
        return reports;
    }

    private static List<GoldStatement> statements(String text, Path file) throws IOException {
        int[] starts = codePointStarts(text);
        List<String> lines = Files.readAllLines(file);
        Map<String, List<Span>> spans = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = SPANS.matcher(lines.get(i));
            if (line.matches()) {
                spans.put(line.group(1), spans(line.group(2), starts, file.getFileName() + ", line " + (i + 1)));
            }
        }
        List<GoldStatement> statements = new ArrayList<>();
        for (String each : lines) {
            Matcher line = ATTRIBUTION.matcher(each);
            if (line.matches()) {
                Map<String, List<Span>> roles = roles(line.group(2), spans);
                List<Span> content = roles.getOrDefault("Content", List.of());
                if (!content.isEmpty()) {
                    statements.add(new GoldStatement(
                            line.group(1),
                            content,
                            roles.getOrDefault("Cue", List.of()),
                            roles.getOrDefault("Source", List.of()),
                            null));
                }
            }
        }
        return statements;
    }

    private static Map<String, List<Span>> roles(String line, Map<String, List<Span>> spans) {
        Map<String, List<Span>> roles = new HashMap<>();
        for (String part : line.split(" ", -1)) {
            Matcher role = ROLE.matcher(part);
            if (role.matches()) {
                roles.computeIfAbsent(role.group(1), key -> new ArrayList<>())
                        .addAll(spans.getOrDefault(role.group(2), List.of()));
            }
        }
        return roles;
    }

    private static List<Span> spans(String numbers, int[] starts, String place) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (String pair : numbers.split(";", -1)) {
            String[] ends = pair.strip().split(" ", -1);
            try {
                spans.add(new Span(at(starts, Integer.parseInt(ends[0])), at(starts, Integer.parseInt(ends[1]))));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException(place + ": '" + pair + "' is no span", e);
            }
        }
        return spans;
    }

    /** The code unit at which a code point starts; the text's end for all beyond it. */
    private static int at(int[] starts, int codePoint) {
        return starts[Math.min(codePoint, starts.length - 1)];
    }

    private static int[] codePointStarts(String text) {
        int[] starts = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = text.offsetByCodePoints(starts[i - 1], 1);
        }
        return starts;
    }
}
