package io.averment.analysis.entity;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the knowledge base: five fields a line (record, id, name, aliases, facts), as KNOWLEDGE.md lays down. A line that
 * the format does not allow is refused by file and number. Not thread-safe.
 */
final class KnowledgeReader {

    private static final int WIDTH = 5;
    private static final String NOTHING = "-";
    private static final String ID_MARKS = ":_./+'()-";
    private static final String OPEN = "..";

    private enum RecordType {
        COUNTRY,
        DEMONYM,
        PLACE,
        FACILITY,
        ORGANIZATION,
        GROUP,
        PERSON,
        OTHER,
        ADD,
        OFFICE,
        INSTITUTION
    }

    private record Line(KnowledgeFile file, int number, String id, String name, List<String> aliases, String facts) {}

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Institution> institutions = new LinkedHashMap<>();
    private final List<Office> offices = new ArrayList<>();
    private final List<Line> officeLines = new ArrayList<>();
    private final Map<String, String> adjectives = new LinkedHashMap<>();

    void read(KnowledgeFile file) {
        file.forEachRecord(WIDTH, (fields, number) -> {
            RecordType type = file.constant(RecordType.class, fields.get(0), number);
            List<String> aliases = type == RecordType.OFFICE ? List.of() : aliases(fields.get(3), file, number);
            Line line = new Line(file, number, fields.get(1), fields.get(2), aliases, fields.get(4));
            if (!isId(line.id())) {
                throw file.fault(number, "'" + line.id() + "' is no id");
            }
            read(type, line, fields.get(3));
        });
    }

    private void read(RecordType type, Line line, String fourth) {
        switch (type) {
            case COUNTRY -> begin(line, Kind.COUNTRY, facts(line));
            case DEMONYM -> demonym(line);
            case PLACE, FACILITY, ORGANIZATION, GROUP -> named(EntityType.valueOf(type.name()), line);
            case PERSON -> begin(line, Kind.PERSON, facts(line));
            case OTHER -> begin(line, Kind.OTHER, facts(line));
            case ADD -> add(line);
            case OFFICE -> office(line, fourth);
            case INSTITUTION -> institution(line);
        }
    }

    private void named(EntityType type, Line line) {
        Map<String, String> facts = facts(line);
        String field = facts.remove("kind");
        if (field == null) {
            throw line.file().fault(line.number(), "has no kind");
        }
        Kind kind = line.file().constant(Kind.class, field, line.number());
        if (kind.type() != type) {
            throw line.file().fault(line.number(), field + " is no kind of " + type);
        }
        begin(line, kind, facts);
    }

    private void begin(Line line, Kind kind, Map<String, String> facts) {
        Draft draft = new Draft(line.id(), kind, line.name(), line.file(), line.number());
        draft.addAliases(line.aliases());
        draft.addFacts(facts, line.file(), line.number());
        if (drafts.put(line.id(), draft) != null) {
            throw line.file().fault(line.number(), "the id '" + line.id() + "' is there twice");
        }
    }

    private void demonym(Line line) {
        String id = "people:" + line.id();
        String noun = line.aliases().isEmpty() ? line.name() : line.aliases().getFirst();
        Draft draft = new Draft(id, Kind.PEOPLE, noun, line.file(), line.number());
        draft.addAliases(List.of(line.name()));
        draft.addAliases(line.aliases());
        Map<String, String> facts = facts(line);
        facts.put("country", line.id());
        draft.addFacts(facts, line.file(), line.number());
        if (drafts.put(id, draft) != null) {
            throw line.file().fault(line.number(), "'" + line.id() + "' has two demonyms");
        }
        adjectives.put(line.name(), line.id());
    }

    private void add(Line line) {
        Draft draft = drafts.get(line.id());
        if (draft == null) {
            throw line.file().fault(line.number(), "'" + line.id() + "' is not there to be added to");
        }
        if (!line.name().equals(NOTHING)) {
            draft.addAliases(List.of(line.name()));
        }
        draft.addAliases(line.aliases());
        draft.addFacts(facts(line), line.file(), line.number());
    }

    private void office(Line line, String of) {
        List<String> ends = split(line.facts(), "/");
        if (ends.size() != 2 || !isDate(ends.getFirst()) || !isDate(ends.getLast())) {
            throw line.file().fault(line.number(), "'" + line.facts() + "' is no interval of dates");
        }
        offices.add(new Office(line.id(), line.name(), of, date(ends.getFirst()), date(ends.getLast())));
        officeLines.add(line);
    }

    /** A year, month or day, or the sign of an open end. */
    private static boolean isDate(String field) {
        if (field.equals(OPEN)) {
            return true;
        }
        boolean shaped = field.length() == 4 || field.length() == 7 || field.length() == 10;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            shaped &= (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
        }
        return shaped;
    }

    private static @Nullable String date(String field) {
        return field.equals(OPEN) ? null : field;
    }

    private static boolean isId(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (!Character.isLetterOrDigit(c) && (i == 0 || ID_MARKS.indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    // String.split would compile a pattern for each line, which a cold start feels.
    private static List<String> split(String field, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = field.indexOf(separator); at >= 0; at = field.indexOf(separator, from)) {
            parts.add(field.substring(from, at));
            from = at + separator.length();
        }
        parts.add(field.substring(from));
        return parts;
    }

    private void institution(Line line) {
        Map<String, String> facts = facts(line);
        String field = facts.remove("kind");
        String sector = facts.remove("sector");
        if (field == null || !facts.isEmpty()) {
            throw line.file().fault(line.number(), "an institution has a kind, perhaps a sector, and nothing else");
        }
        Kind kind = line.file().constant(Kind.class, field, line.number());
        Institution institution = new Institution(line.id(), kind, line.name(), line.aliases(), sector);
        if (institutions.put(line.id(), institution) != null) {
            throw line.file().fault(line.number(), "the id '" + line.id() + "' is there twice");
        }
    }

    private static List<String> aliases(String field, KnowledgeFile file, int line) {
        if (field.equals(NOTHING)) {
            return List.of();
        }
        List<String> aliases = split(field, " | ");
        for (String alias : aliases) {
            if (alias.isBlank() || !alias.equals(alias.strip()) || alias.contains("|")) {
                throw file.fault(line, "'" + field + "' is no list of aliases");
            }
        }
        if (aliases.size() > 1 && Set.copyOf(aliases).size() < aliases.size()) {
            throw file.fault(line, "'" + field + "' names an alias twice");
        }
        return aliases;
    }

    private static Map<String, String> facts(Line line) {
        Map<String, String> facts = new TreeMap<>();
        if (line.facts().equals(NOTHING)) {
            return facts;
        }
        for (String fact : split(line.facts(), "; ")) {
            int equals = fact.indexOf('=');
            if (equals < 1 || equals + 1 == fact.length()) {
                throw line.file().fault(line.number(), "'" + fact + "' is no fact");
            }
            if (facts.put(fact.substring(0, equals), fact.substring(equals + 1)) != null) {
                throw line.file().fault(line.number(), "has two values of " + fact.substring(0, equals));
            }
        }
        return facts;
    }

    /** Everything that was read, checked as a whole. */
    KnowledgeBase base(List<KnowledgeFile> files) {
        for (Draft draft : drafts.values()) {
            requireCountry(draft);
            requireParent(draft);
        }
        for (int i = 0; i < offices.size(); i++) {
            Line line = officeLines.get(i);
            requireEntry(offices.get(i).holder(), line);
            requireEntry(offices.get(i).of(), line);
        }
        Map<String, String> merged = mergeSame();
        List<Entry> entries = drafts.values().stream().map(Draft::entry).toList();
        Map<String, String> alpha3 = new HashMap<>();
        drafts.forEach((id, draft) -> {
            String code = draft.fact("alpha3");
            if (code != null) {
                alpha3.put(id, code);
            }
        });
        List<Office> kept = offices.stream()
                .map(office -> new Office(
                        merged.getOrDefault(office.holder(), office.holder()),
                        office.title(),
                        merged.getOrDefault(office.of(), office.of()),
                        office.from(),
                        office.until()))
                .toList();
        return new KnowledgeBase(files, entries, List.copyOf(institutions.values()), kept, alpha3, adjectives);
    }

    private void requireCountry(Draft draft) {
        String country = draft.fact("country");
        if (country != null && !isCountry(country)) {
            throw draft.fault("there is no country " + country);
        }
    }

    private boolean isCountry(String code) {
        Draft draft = drafts.get(code);
        return draft != null && draft.kind == Kind.COUNTRY;
    }

    private void requireParent(Draft draft) {
        String parent = draft.fact("in");
        if (parent != null && !drafts.containsKey(parent)) {
            throw draft.fault("there is no entry " + parent);
        }
    }

    private void requireEntry(String id, Line line) {
        if (!drafts.containsKey(id)) {
            throw line.file().fault(line.number(), "there is no entry " + id);
        }
    }

    /** Entries of one kind, country and name are one thing that several files know; the first keeps its id. */
    private Map<String, String> mergeSame() {
        Map<String, Draft> first = new HashMap<>();
        Map<String, String> merged = new HashMap<>();
        for (Draft draft : List.copyOf(drafts.values())) {
            if (draft.kind == Kind.PERSON || draft.kind == Kind.PEOPLE) {
                continue;
            }
            Kind kind = draft.kind == Kind.CAPITAL ? Kind.CITY : draft.kind;
            String country = draft.kind == Kind.COUNTRY ? draft.id : draft.fact("country");
            String key = kind + "\t" + country + "\t" + NameForm.of(draft.name);
            Draft known = first.putIfAbsent(key, draft);
            if (known != null) {
                known.absorb(draft);
                drafts.remove(draft.id);
                merged.put(draft.id, known.id);
            }
        }
        return merged;
    }
}
