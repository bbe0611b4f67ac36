package io.averment.analysis.entity;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry while the files are read: the line that began it, and what later lines added. Not thread-safe. */
final class Draft {

    private static final Set<String> EXTERNAL = Set.of("alpha3", "wikidata", "geonames", "opensanctions");
    private static final Set<String> KNOWN =
            Set.of("kind", "country", "area", "at", "population", "sector", "gender", "in", "capital");

    final String id;
    final Kind kind;
    final String name;
    private final KnowledgeFile file;
    private final int line;
    private final Set<String> aliases = new LinkedHashSet<>();
    private final Map<String, String> facts = new TreeMap<>();

    Draft(String id, Kind kind, String name, KnowledgeFile file, int line) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.file = file;
        this.line = line;
    }

    void addAliases(Collection<String> more) {
        aliases.addAll(more);
        aliases.remove(name);
    }

    /** Adds facts, of which each may be there once only. */
    void addFacts(Map<String, String> more, KnowledgeFile from, int at) {
        more.forEach((key, value) -> {
            if (!KNOWN.contains(key) && !EXTERNAL.contains(key)) {
                throw from.fault(at, "'" + key + "' is no fact of an entry");
            }
            check(key, value, from, at);
            if (facts.put(key, value) != null) {
                throw from.fault(at, "'" + id + "' has two values of " + key);
            }
        });
    }

    private static void check(String key, String value, KnowledgeFile from, int at) {
        boolean allowed = switch (key) {
            case "at" -> coordinates(value) != null;
            case "population", "geonames" -> value.length() <= 12 && isAll(value, '0', '9');
            case "sector", "alpha3" -> value.length() == 3 && isAll(value, 'A', 'Z');
            case "gender" -> value.equals("MALE") || value.equals("FEMALE");
            case "wikidata" -> value.length() > 1 && value.charAt(0) == 'Q' && isAll(value.substring(1), '0', '9');
            default -> true;
        };
        if (!allowed) {
            throw from.fault(at, "'" + value + "' is no value of " + key);
        }
    }

    private static boolean isAll(String value, char from, char to) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < from || value.charAt(i) > to) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Coordinates coordinates(String value) {
        int comma = value.indexOf(',');
        try {
            return comma < 0
                    ? null
                    : new Coordinates(
                            Double.parseDouble(value.substring(0, comma)),
                            Double.parseDouble(value.substring(comma + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Nullable
    String fact(String key) {
        return facts.get(key);
    }

    /** Takes over what another entry for the same thing knows and this one does not. */
    void absorb(Draft other) {
        addAliases(List.of(other.name));
        addAliases(other.aliases);
        other.facts.forEach(facts::putIfAbsent);
    }

    KnowledgeException fault(String why) {
        return file.fault(line, why);
    }

    Entry entry() {
        TreeMap<String, String> external = new TreeMap<>();
        for (String key : EXTERNAL) {
            String value = facts.get(key);
            if (value != null && !key.equals("alpha3")) {
                external.put(key, value);
            }
        }
        String at = facts.get("at");
        String gender = facts.get("gender");
        String population = facts.get("population");
        return new Entry(
                id,
                kind,
                name,
                List.copyOf(aliases),
                kind == Kind.COUNTRY ? id : facts.get("country"),
                facts.get("sector"),
                gender == null ? null : Gender.valueOf(gender),
                at == null ? null : coordinates(at),
                population == null ? 0 : Long.parseLong(population),
                facts.get("in"),
                external);
    }
}
