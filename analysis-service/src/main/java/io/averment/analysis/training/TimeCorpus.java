package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a folder of texts with their time expressions: {@code dates.tsv} gives each text's name and day of publication, {@code
 * NAME.txt} the text, {@code NAME.gold.json} a list of {@code [start, end, "TYPE", "value", "words"]} in code points.
 */
final class TimeCorpus {

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern TIME =
            Pattern.compile("\\[(\\d+), (\\d+), " + STRING + ", " + STRING + ", " + STRING + "\\]");

    private TimeCorpus() {}

    /**
     * The texts whose names are wanted, in the order of {@code dates.tsv}.
     *
     * @throws IOException if a file is missing or broken, naming it
     */
    static List<GoldTimes> read(Path folder, Predicate<String> names) throws IOException {
        List<GoldTimes> texts = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("dates.tsv"))) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IOException("dates.tsv: '" + line + "' has no day");
            }
            String name = line.substring(0, tab);
            if (names.test(name)) {
                texts.add(read(folder, name, line.substring(tab + 1)));
            }
        }
        return texts;
    }

    private static GoldTimes read(Path folder, String name, String day) throws IOException {
        String text = Files.readString(folder.resolve(name + ".txt"));
        String gold = Files.readString(folder.resolve(name + ".gold.json"));
        List<GoldTime> times = new ArrayList<>();
        Matcher matcher = TIME.matcher(gold);
        while (matcher.find()) {
            int start = text.offsetByCodePoints(0, Integer.parseInt(matcher.group(1)));
            int end = text.offsetByCodePoints(0, Integer.parseInt(matcher.group(2)));
            times.add(new GoldTime(new Span(start, end), matcher.group(3), matcher.group(4)));
        }
        String rest = matcher.replaceAll("").replaceAll("[\\s,\\[\\]]", "");
        if (!rest.isEmpty()) {
            throw new IOException(name + ".gold.json has more than time expressions");
        }
        Optional<String> published = day.isBlank() ? Optional.empty() : Optional.of(day.strip());
        return new GoldTimes(name, new Report(text, 0, null, "en", published.orElse(null)), times);
    }
}
