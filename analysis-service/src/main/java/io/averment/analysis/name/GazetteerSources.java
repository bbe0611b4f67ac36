package io.averment.analysis.name;

import io.averment.analysis.knowledge.CommaSeparated;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers known names for the gazetteer: cities, regions and countries of GeoNames; people and organisations of the Phoenix actor
 * dictionaries, whose people also give first and last names; and the project's own knowledge base. Whatever is missing is left out.
 */
final class GazetteerSources {

    /** What a listed name is, with its bit in the model. */
    enum Kind {
        COUNTRY(1),
        CITY(1 << 1),
        REGION(1 << 2),
        DEMONYM(1 << 3),
        PERSON(1 << 4),
        ORGANIZATION(1 << 5),
        FIRST_NAME(1 << 6),
        LAST_NAME(1 << 7),
        ARMED_GROUP(1 << 8),
        SITE(1 << 9),
        TITLE_WORD(1 << 10),
        BODY_WORD(1 << 11),
        SITE_WORD(1 << 12),
        LAND_WORD(1 << 13),
        DEED_WORD(1 << 14);

        private final int bit;

        Kind(int bit) {
            this.bit = bit;
        }
    }

    private static final Pattern ACTOR = Pattern.compile("^\\+?([A-Za-z][A-Za-z_'.&()-]+?)_?\\s*(?:\\[.*|#.*)?$");
    private static final Pattern ABBREVIATION = Pattern.compile("\\(([A-Z]{2,})\\)");
    private static final Pattern DATED = Pattern.compile("\\[\\w+ [<>]?\\d|CountryInfo");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int FEWEST_BEARERS = 2;

    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Set<String> notInNames;

    /** @param notInNames words that show that an actor is no person's name, in lower case */
    GazetteerSources(Set<String> notInNames) {
        this.notInNames = notInNames;
    }

    /** The kinds of each name, as bits, by the hash that the gazetteer looks up. */
    Map<Integer, Integer> hashes() {
        Map<Integer, Integer> hashes = new HashMap<>();
        kinds.forEach((name, bits) -> hashes.merge(Gazetteer.hash(name), bits, (a, b) -> a | b));
        return hashes;
    }

    /** The names of a kind, in lower case. */
    Set<String> names(Kind kind) {
        Set<String> names = new HashSet<>();
        kinds.forEach((name, bits) -> {
            if ((bits & kind.bit) != 0) {
                names.add(name);
            }
        });
        return names;
    }

    /** Adds a name, also without its accents and with its hyphens as words. */
    void add(String name, Kind kind) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        String plain =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
        for (String variant : List.of(small, plain, small.replace("-", " - "), plain.replace("-", " - "))) {
            String clean = variant.replaceAll("\\s+", " ").strip();
            if (clean.length() > 1 && clean.split(" ", -1).length <= Gazetteer.LONGEST) {
                kinds.merge(clean, kind.bit, (a, b) -> a | b);
            }
        }
    }

    /** Reads {@code name,country,subcountry,geonameid}. */
    void addCities(Path file) throws IOException {
        List<String> lines = TaggedText.lines(file, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = CommaSeparated.fields(line);
            add(fields.get(0), Kind.CITY);
            add(fields.get(1), Kind.COUNTRY);
            add(fields.get(2), Kind.REGION);
        }
    }

    /** Reads words that tell what a name is a name of: word, class. */
    void addWords(KnowledgeFile file) {
        file.forEachRecord(
                2, (fields, line) -> add(fields.getFirst(), file.constant(Kind.class, fields.get(1) + "_WORD", line)));
    }

    /** Reads a file of the knowledge base: record, id, name, aliases between bars, facts. */
    void addKnowledge(Path file) throws IOException {
        for (String line : TaggedText.lines(file, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", -1);
            if (line.startsWith("#") || fields.length < 4) {
                continue;
            }
            Kind kind = kindOf(fields[0], fields[fields.length - 1]);
            if (kind != null) {
                for (String name : (fields[2] + "|" + fields[3]).split("\\|", -1)) {
                    add(name.strip().replaceFirst("^the ", ""), kind);
                }
                if (kind == Kind.PERSON) {
                    addParts(fields[2].strip().split(" ", -1));
                }
            }
        }
    }

    private void addParts(String... words) {
        if (words.length > 1) {
            add(words[words.length - 1], Kind.LAST_NAME);
            for (int w = 0; w < words.length - 1; w++) {
                add(words[w], Kind.FIRST_NAME);
            }
        }
    }

    private static @Nullable Kind kindOf(String record, String facts) {
        return switch (record) {
            case "ADD" -> Kind.COUNTRY;
            case "DEMONYM", "GROUP" -> Kind.DEMONYM;
            case "PERSON" -> Kind.PERSON;
            case "FACILITY" -> Kind.SITE;
            case "INSTITUTION" -> Kind.ORGANIZATION;
            case "ORGANIZATION" -> facts.contains("ARMED_GROUP") ? Kind.ARMED_GROUP : Kind.ORGANIZATION;
            case "PLACE" -> facts.contains("PROVINCE") || facts.contains("REGION") ? Kind.REGION : Kind.CITY;
            default -> null;
        };
    }

    /** Reads a dictionary of organisations: a name a line, words joined by underscores, codes in brackets. */
    void addOrganizations(Path file, Kind kind) throws IOException {
        for (String line : TaggedText.lines(file, StandardCharsets.ISO_8859_1)) {
            Matcher actor = ACTOR.matcher(line);
            if (!line.startsWith("#") && actor.matches()) {
                String name = actor.group(1).replace('_', ' ').strip();
                Matcher abbreviation = ABBREVIATION.matcher(name);
                if (abbreviation.find()) {
                    add(abbreviation.group(1), kind);
                }
                add(name.replaceAll("\\(.*?\\)", "").replaceFirst("^(?i)the ", ""), kind);
            }
        }
    }

    /** Reads the dictionary of countries' actors; those with dates in office and a name of two to five words are people. */
    void addPeople(Path file) throws IOException {
        List<String> lines = TaggedText.lines(file, StandardCharsets.ISO_8859_1);
        Map<String, Integer> first = new TreeMap<>();
        Map<String, Integer> last = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher actor = ACTOR.matcher(lines.get(i));
            String context = String.join(" ", lines.subList(i, Math.min(i + 3, lines.size())));
            if (lines.get(i).startsWith("#")
                    || !actor.matches()
                    || !DATED.matcher(context).find()) {
                continue;
            }
            String[] words = actor.group(1)
                    .replace('_', ' ')
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .split(" +", -1);
            if (words.length >= 2 && words.length <= 5 && isPerson(words)) {
                add(String.join(" ", words), Kind.PERSON);
                last.merge(words[words.length - 1], 1, Integer::sum);
                for (int w = 0; w < words.length - 1; w++) {
                    first.merge(words[w], 1, Integer::sum);
                }
            }
        }
        addFrequent(first, Kind.FIRST_NAME);
        addFrequent(last, Kind.LAST_NAME);
    }

    private boolean isPerson(String[] words) {
        for (String word : words) {
            if (notInNames.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void addFrequent(Map<String, Integer> words, Kind kind) {
        words.forEach((word, bearers) -> {
            if (bearers >= FEWEST_BEARERS && word.length() > 2) {
                add(word, kind);
            }
        });
    }

    /** The files of a folder with this ending, in the order of their names; none if there is no such folder. */
    static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(found::add);
        }
        return found;
    }
}
