package io.averment.analysis.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a text is about, as far as names that can mean one thing only tell: it decides between the things that a name may mean. Not thread-safe. */
public final class Context {

    private final Map<String, Integer> countries = new HashMap<>();
    private final Set<String> entries = new HashSet<>();

    /** Takes note of something that is named in full. */
    public void add(Entry entry) {
        entries.add(entry.id());
        if (entry.country() != null) {
            countries.merge(entry.country(), 1, Integer::sum);
        }
    }

    /** How often the text has named a country or something of it. */
    int weight(String country) {
        return countries.getOrDefault(country, 0);
    }

    /** Whether the text has named a country or something of it. */
    public boolean speaksOf(String country) {
        return weight(country) > 0;
    }

    boolean hasEntry(String id) {
        return entries.contains(id);
    }
}
