package io.averment.analysis.acquisition;

import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.NameForm;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line of the knowledge base's format while it is put together. Not thread-safe. */
final class KnowledgeLine {

    /** More names of one thing are spellings that a text will hardly use. */
    private static final int MOST_ALIASES = 24;

    private final String id;
    private final Kind kind;
    private final String name;
    private final Set<String> forms = new LinkedHashSet<>();
    private final List<String> aliases = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    private KnowledgeLine(String id, Kind kind, String name) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        forms.add(NameForm.of(name));
        if (kind != Kind.PERSON && kind != Kind.OTHER) {
            facts.put("kind", kind.name());
        }
    }

    /** Of something with a name in Latin script; null when it has none. */
    static @Nullable KnowledgeLine of(String id, Kind kind, Collection<String> names) {
        for (String candidate : names) {
            String name = clean(candidate);
            if (isUsable(name)) {
                KnowledgeLine line = new KnowledgeLine(id, kind, name);
                names.forEach(line::addAlias);
                return line;
            }
        }
        return null;
    }

    private void addAlias(String candidate) {
        String alias = clean(candidate);
        if (aliases.size() < MOST_ALIASES && isUsable(alias) && forms.add(NameForm.of(alias))) {
            aliases.add(alias);
        }
    }

    KnowledgeLine fact(String key, @Nullable String value) {
        if (value != null && !value.isBlank() && value.indexOf(';') < 0) {
            facts.put(key, clean(value));
        }
        return this;
    }

    private static String clean(String name) {
        return String.join(" ", name.strip().split("[\\s\\p{Cntrl}]+", -1));
    }

    /** English text writes names in Latin letters; a name with a letter of another script is never met there. */
    private static boolean isUsable(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            if (Character.isLetter(c)) {
                if (UnicodeScript.of(c) != UnicodeScript.LATIN) {
                    return false;
                }
                letter = true;
            }
            i += Character.charCount(c);
        }
        return letter && name.indexOf('|') < 0 && !NameForm.of(name).isEmpty() && !name.startsWith("#");
    }

    @Override
    public String toString() {
        String joined = aliases.isEmpty() ? "-" : String.join(" | ", aliases);
        List<String> pairs = facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .toList();
        return String.join(
                "\t", kind.type().name(), id, name, joined, pairs.isEmpty() ? "-" : String.join("; ", pairs));
    }
}
