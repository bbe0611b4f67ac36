package io.averment.analysis.training;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.coreference.Form;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.NameForm;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links from names to the knowledge base on Wikinews articles whose names have titles of Wikipedia: {@code id.txt} with
 * {@code id.gold.json}, a list of lists of start and end with article, type, words, start and end without article, and title, in code
 * points. Recall is of the titles that are known, NIL the part of the others that is linked to nothing. A title is known when an entry is called so, brackets aside.
 */
final class LinkingMeasurement implements Measurement {

    private static final String FOLDER = "mentions/wikinews";
    private static final String PRECISION = "linking, wikinews, precision";
    private static final String RECALL = "linking, wikinews, recall";
    private static final String NIL = "linking, wikinews, NIL";

    private static final Pattern GOLD = Pattern.compile(
            "\\[\\s*(\\d+),\\s*(\\d+),\\s*\"[A-Z]+\",\\s*\"(?:[^\"\\\\]|\\\\.)*\",\\s*(\\d+),\\s*(\\d+),\\s*\"([^\"]*)\"");

    private final Pipeline pipeline;
    private final Map<String, Set<String>> entriesByName = new HashMap<>();

    private int linked;
    private int right;
    private int known;
    private int unknown;
    private int unknownOpen;

    LinkingMeasurement(Pipeline pipeline, KnowledgeBase base) {
        this.pipeline = pipeline;
        for (Entry entry : base.entries()) {
            remember(entry.name(), entry);
            entry.aliases().forEach(alias -> remember(alias, entry));
        }
    }

    private void remember(String name, Entry entry) {
        entriesByName
                .computeIfAbsent(NameForm.of(withoutBrackets(name)), none -> new HashSet<>())
                .add(entry.id());
    }

    private static String withoutBrackets(String name) {
        int bracket = name.indexOf(" (");
        return bracket > 0 ? name.substring(0, bracket) : name;
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        Path folder = data.root() == null ? null : data.root().resolve(FOLDER);
        if (folder == null || !Files.isDirectory(folder)) {
            return Stream.of(PRECISION, RECALL, NIL)
                    .<Figure>map(name -> new Figure.Missing(name, FOLDER))
                    .toList();
        }
        List<Path> texts;
        try (Stream<Path> files = Files.list(folder)) {
            texts = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        for (Path file : texts) {
            String gold = file.toString().replaceFirst("\\.txt$", ".gold.json");
            add(Files.readString(file), Files.readString(Path.of(gold)));
        }
        return List.of(
                new Figure.Measured(PRECISION, percent(right, linked)),
                new Figure.Measured(RECALL, percent(right, known)),
                new Figure.Measured(NIL, percent(unknownOpen, unknown)));
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    private void add(String text, String gold) {
        Cast cast = cast(text);
        Matcher mention = GOLD.matcher(gold);
        while (mention.find()) {
            Span wide = span(text, mention.group(1), mention.group(2));
            Span narrow = span(text, mention.group(3), mention.group(4));
            String title = URLDecoder.decode(mention.group(5).replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace('_', ' ');
            if (!title.isEmpty()) {
                count(
                        entriesByName.getOrDefault(NameForm.of(withoutBrackets(title)), Set.of()),
                        entry(cast, wide, narrow));
            }
        }
    }

    private void count(Set<String> meant, @Nullable String found) {
        known += meant.isEmpty() ? 0 : 1;
        unknown += meant.isEmpty() ? 1 : 0;
        if (found == null) {
            unknownOpen += meant.isEmpty() ? 1 : 0;
        } else {
            linked++;
            right += meant.contains(found) ? 1 : 0;
        }
    }

    private static Span span(String text, String start, String end) {
        return new Span(
                text.offsetByCodePoints(0, Integer.parseInt(start)), text.offsetByCodePoints(0, Integer.parseInt(end)));
    }

    /** The id of the entry that the name at a mention is linked to; null when it is to none. */
    private static @Nullable String entry(Cast cast, Span wide, Span narrow) {
        for (Reference reference : cast.references()) {
            Span found = reference.mention().span();
            if (reference.mention().form() == Form.NAME
                    && wide.contains(found)
                    && found.start() < narrow.end()
                    && narrow.end() - found.end() <= "'s".length() + 1
                    && found.end() > narrow.start()) {
                String id = reference.entity();
                for (Entity entity : cast.entities()) {
                    if (entity.id().equals(id)) {
                        return entity.external().get("averment");
                    }
                }
            }
        }
        return null;
    }

    private Cast cast(String text) {
        return switch (pipeline.analyse(new Report(text, 0, null, "en", null))) {
            case Outcome.Completed(var analysis) -> {
                List<Cast> casts = new ArrayList<>(analysis.document().get(CoreferenceAnnotator.CAST));
                yield casts.isEmpty() ? Cast.EMPTY : casts.getFirst();
            }
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new IllegalStateException(annotator + " failed", cause);
        };
    }
}
