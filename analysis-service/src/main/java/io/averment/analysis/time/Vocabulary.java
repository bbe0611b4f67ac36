package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of time expressions, with their classes and values, and the words that patterns name. Words are found by their letters
 * without regard to case and without making strings. Immutable after loading.
 */
final class Vocabulary {

    /** How a word must be written to be of a class. */
    enum Form {
        ANY,
        CAPITAL,
        ADVERB
    }

    /** A class of a word. */
    record Sense(Kind kind, int value, Form form) {}

    /** One or more tokens in lower case with their senses; {@code words} leaves out the first. */
    record Entry(String first, List<String> words, List<Sense> senses) {}

    private static final int THOUSANDTHS = 1000;
    private static final Pattern PERIOD = Pattern.compile("PT?\\d+[A-Z]");

    final KnowledgeFile wordFile;
    final NamedDays days;
    private final List<String> periods = new ArrayList<>();
    private final List<List<Entry>> byFirst = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final int[] literals;
    private final boolean[] isTrigger;
    private final int[] table;

    /**
     * @param literals the words that patterns name, with their numbers
     * @param triggers those of them that an expression may consist of
     */
    Vocabulary(KnowledgeFile wordFile, NamedDays days, Map<String, Integer> literals, Set<String> triggers) {
        this.wordFile = wordFile;
        this.days = days;
        Map<String, Map<List<String>, List<Sense>>> entries = new LinkedHashMap<>();
        wordFile.forEachRecord(4, (fields, line) -> {
            Kind kind = wordFile.constant(Kind.class, fields.get(1), line);
            Form form = wordFile.constant(Form.class, fields.get(3), line);
            add(entries, fields.getFirst(), new Sense(kind, value(kind, fields.get(2), line), form), wordFile, line);
        });
        for (int i = 0; i < days.size(); i++) {
            add(entries, days.name(i), new Sense(Kind.HOLIDAY, i, Form.ANY), wordFile, 0);
        }
        literals.keySet().forEach(word -> entries.computeIfAbsent(word, key -> new LinkedHashMap<>()));
        this.literals = new int[entries.size()];
        isTrigger = new boolean[entries.size()];
        entries.forEach((first, byRest) -> {
            this.literals[keys.size()] = literals.getOrDefault(first, -1);
            isTrigger[keys.size()] = triggers.contains(first);
            keys.add(first);
            List<Entry> list = new ArrayList<>();
            byRest.forEach((rest, senses) -> list.add(new Entry(first, rest, List.copyOf(senses))));
            list.sort((a, b) -> b.words().size() - a.words().size());
            byFirst.add(List.copyOf(list));
        });
        table = new int[Integer.highestOneBit(keys.size()) * 4];
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            int slot = hash(key, 0, key.length()) & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = i + 1;
        }
    }

    private static void add(
            Map<String, Map<List<String>, List<Sense>>> entries,
            String words,
            Sense sense,
            KnowledgeFile file,
            int line) {
        String[] parts = words.split(" ", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.codePoints().anyMatch(Character::isUpperCase)) {
                throw file.fault(line, "'" + words + "' is not written in lower case with single blanks");
            }
        }
        List<Sense> senses = entries.computeIfAbsent(parts[0], key -> new HashMap<>())
                .computeIfAbsent(List.of(parts).subList(1, parts.length), key -> new ArrayList<>());
        if (senses.stream().anyMatch(other -> other.kind() == sense.kind())) {
            throw file.fault(line, "'" + words + "' is there twice as " + sense.kind());
        }
        senses.add(sense);
    }

    private int value(Kind kind, String field, int line) {
        return switch (kind) {
            case SEASON -> Season.NUMBERS.of(wordFile.constant(Season.class, field, line));
            case PART, PARTS -> DayPart.NUMBERS.of(wordFile.constant(DayPart.class, field, line));
            case UNIT, UNITS -> Unit.NUMBERS.of(wordFile.constant(Unit.class, field, line));
            case STAGE, LIMIT, BEFORE -> Stage.NUMBERS.of(wordFile.constant(Stage.class, field, line));
            case SHIFT -> Shift.NUMBERS.of(wordFile.constant(Shift.class, field, line));
            case HALFDAY -> field.equals("PM") ? 1 : number(field.equals("AM") ? "0" : field, line);
            case ZONE -> field.equals("LOCAL") ? Items.LOCAL : number(field, line);
            case NUMBER -> number(field, line) * THOUSANDTHS;
            case FREQUENCY -> {
                if (!PERIOD.matcher(field).matches()) {
                    throw wordFile.fault(line, "'" + field + "' is no period");
                }
                periods.add(field);
                yield periods.size() - 1;
            }
            case VAGUE, APPROX, FILLER -> 0;
            case CARDINAL,
                    ORDINAL,
                    DAY,
                    YEAR,
                    SHORT_YEAR,
                    DECADE,
                    MONTH,
                    WEEKDAY,
                    WEEKDAYS,
                    CLOCK,
                    MILITARY,
                    CLOCKWORD,
                    HOLIDAY,
                    QUARTER,
                    ISO,
                    NUMERIC,
                    FISCAL_YEAR,
                    HYPHEN,
                    SPAN,
                    HIJRI,
                    TODAY,
                    TONIGHT -> number(field, line);
        };
    }

    private int number(String field, int line) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw wordFile.fault(line, "'" + field + "' is no whole number");
        }
    }

    /** The number of a word, or -1. */
    int find(String text, int start, int end) {
        int slot = hash(text, start, end) & (table.length - 1);
        while (table[slot] != 0) {
            String key = keys.get(table[slot] - 1);
            if (key.length() == end - start && text.regionMatches(true, start, key, 0, key.length())) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    private static int hash(String text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + Character.toLowerCase(text.charAt(i));
        }
        return hash ^ (hash >>> 15);
    }

    /** The entries that begin with a word, those of most tokens first. */
    List<Entry> entries(int word) {
        return byFirst.get(word);
    }

    /** The number by which patterns know a word, or -1. */
    int literal(int word) {
        return literals[word];
    }

    /** Whether an expression may consist of words that patterns name with this one at the end. */
    boolean isTrigger(int word) {
        return isTrigger[word];
    }

    /** The period of a {@link Kind#FREQUENCY}. */
    String period(int value) {
        return periods.get(value);
    }
}
