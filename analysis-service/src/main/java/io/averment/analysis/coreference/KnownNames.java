package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Institution;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.NameForm;
import io.averment.analysis.entity.NameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the knowledge base knows by name, and institutions of countries: "the Iraqi Foreign Ministry", "the U.S. Embassy in
 * Baghdad". The longest match from left to right wins. Linear.
 */
final class KnownNames {

    /** Kinds whose short names are everyday words, so that a capital at the start of a sentence says nothing. */
    private static final Set<Kind> EVERYDAY_KINDS =
            Set.of(Kind.CITY, Kind.MEDIA, Kind.COMPANY, Kind.PARTY, Kind.ARMED_GROUP, Kind.FAITH);

    private static final int LONGEST_EVERYDAY_WORD = 5;

    private final KnowledgeBase base;
    private final Lexicon lexicon;
    private final Reading reading;

    /** By the word that they begin with. */
    private final Map<Integer, FoundName> found = new HashMap<>();

    /** @param names found by other means, not overlapping */
    KnownNames(KnowledgeBase base, Lexicon lexicon, Reading reading, List<FoundName> names) {
        this.base = base;
        this.lexicon = lexicon;
        this.reading = reading;
        for (FoundName name : names) {
            found.put(reading.words.firstAt(name.span().start()), name);
        }
    }

    /** Takes every known name whose words are free. */
    void find() {
        int i = 0;
        while (i < reading.size()) {
            int next = reading.isFree(i) ? institutionAt(i) : i + 1;
            if (next == i) {
                next = foundAt(i);
            }
            if (next == i) {
                next = nameAt(i);
            }
            i = Math.max(next, i + 1);
        }
    }

    /**
     * Takes a name that was found otherwise, where it is longer than what the knowledge base knows here, or a person where that
     * knows none; the answer is where to go on.
     */
    private int foundAt(int from) {
        FoundName name = found.get(from);
        if (name == null) {
            return from;
        }
        int to = reading.words.firstAt(name.span().end());
        if (to <= from || !reading.isFree(from, to) || isRole(from, to) || isPortfolio(from, to)) {
            return from;
        }
        NameIndex.Match match = base.names().longestAt(reading.words, from);
        if (match != null && name.type() == EntityType.GROUP) {
            // Of "Iraqi-American" each half is known.
            return from;
        }
        if (match != null
                && from + match.words() >= to
                && !isPersonCalledSo(name, match, to - from)
                && !isEverydayWord(from, to, entries(match, false))) {
            return from;
        }
        List<Entry> entries = entries(from, to).stream()
                .filter(entry -> entry.type() == name.type())
                .toList();
        reading.take(
                from,
                to,
                Mention.named(reading.span(from, to), name.type(), NameForm.of(reading.written(from, to)), entries));
        return to;
    }

    /** "The Region" and "the Embassy" stand for something named elsewhere, capital or not. */
    private boolean isRole(int from, int to) {
        return to - from == 1
                && from > 0
                && reading.isNext(from - 1)
                && reading.lower(from - 1).equals("the")
                && lexicon.nominal(reading.lower(from)) != null;
    }

    /** What a minister is minister of is no organisation by itself: "Minister of Foreign Affairs". */
    private boolean isPortfolio(int from, int to) {
        return from > 1
                && reading.isNext(from - 1)
                && reading.isNext(from - 2)
                && reading.lower(from - 1).equals("of")
                && lexicon.isRole(reading.lower(from - 2))
                && base.institutionNames().exactly(base.words("ministry of " + reading.written(from, to))) != null;
    }

    /** A person may have one of the names of a town, not all of those of a newspaper. */
    private boolean isPersonCalledSo(FoundName name, NameIndex.Match match, int words) {
        return name.type() == EntityType.PERSON
                && match.words() == words
                && (words == 1 || entries(match, false).isEmpty())
                && entries(match, true).stream()
                        .noneMatch(entry -> entry.type() == EntityType.PERSON
                                || entry.kind() == Kind.COUNTRY
                                || entry.kind() == Kind.CAPITAL);
    }

    /** What a stretch of words may name, all of it. */
    List<Entry> entries(int from, int to) {
        NameIndex.Match match = base.names().longestAt(reading.words, from);
        return match == null || match.words() != to - from ? List.of() : entries(match, true);
    }

    private List<Entry> entries(NameIndex.Match match, boolean imported) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < match.size(); i++) {
            Entry entry = base.entry(match.value(i));
            if (imported || !entry.isImported()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private int nameAt(int from) {
        NameIndex.Match match = base.names().longestAt(reading.words, from);
        if (match == null) {
            return from;
        }
        int to = from + match.words();
        List<Entry> entries = entries(match, false);
        if (entries.isEmpty()
                || !reading.isFree(from, to)
                || isEverydayWord(from, to, entries)
                || isFunctionWord(from, to)) {
            return from;
        }
        EntityType type = entries.getFirst().type();
        List<Entry> all = entries(match, true).stream()
                .filter(entry -> entry.type() == type || entries.contains(entry))
                .toList();
        reading.take(
                from, to, Mention.named(reading.span(from, to), type, NameForm.of(reading.written(from, to)), all));
        return to;
    }

    /** Where everything is in capitals "IS" is no abbreviation; "US" is a country even there. */
    private boolean isFunctionWord(int from, int to) {
        return to - from == 1
                && reading.isInCapitals(from)
                && lexicon.isFunctionWord(reading.lower(from))
                && lexicon.pronoun(reading.lower(from)) == null;
    }

    private boolean isEverydayWord(int from, int to, List<Entry> entries) {
        return to - from == 1
                && reading.startsSentenceOrQuotation(from)
                && !reading.words.isShouted(from)
                && reading.lower(from).length() <= LONGEST_EVERYDAY_WORD
                && entries.stream().allMatch(entry -> EVERYDAY_KINDS.contains(entry.kind()));
    }

    /** Takes an institution that starts here, with its country or, written with a capital, without; the answer is where to go on. */
    private int institutionAt(int from) {
        int ownerEnd = countryEnd(from);
        String country = ownerEnd > from ? countryAt(from) : null;
        int at = country == null ? from : ownerEnd;
        if (at >= reading.size() || (country != null && !isOwning(ownerEnd - 1))) {
            return from;
        }
        NameIndex.Match match = base.institutionNames().longestAt(reading.words, at);
        if (match == null || longerNameStarts(from, at + match.words())) {
            return from;
        }
        int to = at + match.words();
        Institution institution = base.institution(match.value(0));
        boolean capital = reading.words.isCapitalised(at);
        if (country == null) {
            if (!capital
                    || (match.words() == 1 && (reading.startsSentence(at) || institution.kind() == Kind.EMBASSY))) {
                return from;
            }
            country = countryBehind(to);
        }
        Owned owned = new Owned(institution, country, locationBehind(institution, to));
        Form form = capital ? Form.NAME : Form.NOMINAL;
        reading.take(
                from,
                to,
                new Mention(
                        reading.span(from, to),
                        form,
                        EntityType.ORGANIZATION,
                        NameForm.of(reading.written(from, to)),
                        List.of(),
                        owned,
                        null,
                        List.of()));
        return to;
    }

    /** Whether the knowledge base knows a longer name from here on, which then is no institution in general. */
    private boolean longerNameStarts(int from, int to) {
        NameIndex.Match match = base.names().longestAt(reading.words, from);
        return match != null && from + match.words() >= to;
    }

    private boolean isOwning(int lastWord) {
        return reading.isNext(lastWord)
                || (reading.isPossessive(lastWord)
                        && lastWord + 1 < reading.size()
                        && reading.gap(lastWord).length() == 3);
    }

    private int countryEnd(int from) {
        NameIndex.Match adjective = base.adjectives().longestAt(reading.words, from);
        NameIndex.Match name = base.names().longestAt(reading.words, from);
        int adjectiveWords = adjective == null ? 0 : adjective.words();
        int nameWords = name == null || countryOf(name) == null ? 0 : name.words();
        return from + Math.max(adjectiveWords, nameWords);
    }

    private @Nullable String countryAt(int from) {
        NameIndex.Match name = base.names().longestAt(reading.words, from);
        String country = name == null ? null : countryOf(name);
        if (country != null) {
            return country;
        }
        NameIndex.Match adjective = base.adjectives().longestAt(reading.words, from);
        return adjective == null ? null : base.adjectiveCountry(adjective.value(0));
    }

    private @Nullable String countryOf(NameIndex.Match match) {
        for (int i = 0; i < match.size(); i++) {
            Entry entry = base.entry(match.value(i));
            if (entry.kind() == Kind.COUNTRY) {
                return entry.id();
            }
        }
        return null;
    }

    /** The country in "the Ministry of Defense of Iraq". */
    private @Nullable String countryBehind(int to) {
        if (to + 1 >= reading.size() || !reading.lower(to).equals("of") || !reading.isNext(to - 1)) {
            return null;
        }
        NameIndex.Match name = base.names().longestAt(reading.words, to + 1);
        return name == null ? null : countryOf(name);
    }

    /** Where an embassy is said to be. */
    private @Nullable String locationBehind(Institution institution, int to) {
        if (institution.kind() != Kind.EMBASSY
                || to + 1 >= reading.size()
                || !reading.lower(to).equals("in")
                || !reading.isNext(to - 1)) {
            return null;
        }
        NameIndex.Match name = base.names().longestAt(reading.words, to + 1);
        if (name == null) {
            return null;
        }
        Entry place = base.entry(name.value(0));
        return place.type() == EntityType.PLACE ? place.id() : null;
    }
}
