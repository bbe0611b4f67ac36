package io.averment.analysis.entity;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known by name: the files that come with the service, and those that a deployment adds. Immutable and
 * thread-safe. Loading is linear in the files.
 */
public final class KnowledgeBase {

    /** In the order in which they are read: a later one may add to what an earlier one knows. */
    private static final List<String> OWN_FILES = List.of(
            "kb/countries.tsv",
            "kb/country-facts.tsv",
            "kb/regions.tsv",
            "kb/cities.tsv",
            "kb/zone-cities.tsv",
            "kb/sites.tsv",
            "kb/institutions.tsv",
            "kb/organizations.tsv",
            "kb/armed-groups.tsv",
            "kb/parties.tsv",
            "kb/peoples.tsv",
            "kb/people.tsv");

    private final List<KnowledgeFile> files;
    private final List<Entry> entries;
    private final List<Institution> institutions;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, List<Office>> officesByHolder = new HashMap<>();
    private final Map<String, List<Entry>> peopleBySurname = new HashMap<>();
    private final Map<String, String> alpha3;
    private final Map<String, String> alpha2 = new HashMap<>();
    private final WordTable table = new WordTable();
    private final NameIndex names;
    private final NameIndex institutionNames;
    private final NameIndex adjectiveNames;
    private final List<String> adjectiveCountries;

    KnowledgeBase(
            List<KnowledgeFile> files,
            List<Entry> entries,
            List<Institution> institutions,
            List<Office> offices,
            Map<String, String> alpha3,
            Map<String, String> adjectives) {
        this.files = List.copyOf(files);
        this.entries = List.copyOf(entries);
        this.institutions = List.copyOf(institutions);
        this.alpha3 = Map.copyOf(alpha3);
        alpha3.forEach((two, three) -> alpha2.put(three, two));
        for (Office office : offices) {
            officesByHolder
                    .computeIfAbsent(office.holder(), id -> new ArrayList<>())
                    .add(office);
        }
        this.names = indexEntries();
        indexSurnames();
        this.institutionNames = indexInstitutions();
        NameIndex.Builder builder = new NameIndex.Builder(table);
        this.adjectiveCountries = List.copyOf(adjectives.values());
        int number = 0;
        for (String adjective : adjectives.keySet()) {
            builder.add(adjective, number++);
        }
        this.adjectiveNames = builder.build();
    }

    /** The files that come with the service. */
    public static KnowledgeBase load() {
        return load(List.of());
    }

    /**
     * The service's files, then a deployment's.
     *
     * @throws io.averment.analysis.knowledge.KnowledgeException naming file and line that the format does not allow
     */
    public static KnowledgeBase load(List<KnowledgeFile> additions) {
        List<KnowledgeFile> files =
                new ArrayList<>(OWN_FILES.stream().map(KnowledgeFile::load).toList());
        files.addAll(additions);
        return of(files);
    }

    /** Of these files only. */
    public static KnowledgeBase of(List<KnowledgeFile> files) {
        KnowledgeReader reader = new KnowledgeReader();
        files.forEach(reader::read);
        return reader.base(files);
    }

    private void indexSurnames() {
        for (Entry entry : entries) {
            if (entry.type() == EntityType.PERSON && !entry.isImported()) {
                rememberSurname(entry.name(), entry);
                entry.aliases().forEach(alias -> rememberSurname(alias, entry));
            }
        }
    }

    private void rememberSurname(String name, Entry entry) {
        String form = NameForm.of(withoutQualifier(name));
        int blank = form.lastIndexOf(' ');
        List<Entry> people = peopleBySurname.computeIfAbsent(form.substring(blank + 1), none -> new ArrayList<>(1));
        if (blank > 0 && !people.contains(entry)) {
            people.add(entry);
        }
    }

    private NameIndex indexEntries() {
        NameIndex.Builder builder = new NameIndex.Builder(table);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            byId.put(entry.id(), i);
            builder.add(withoutQualifier(entry.name()), i);
            for (String alias : entry.aliases()) {
                builder.add(withoutQualifier(alias), i);
            }
        }
        return builder.build();
    }

    /** "Georgia (U.S. state)" is called "Georgia"; what stands in brackets tells it apart here, not in a text. */
    private static String withoutQualifier(String name) {
        int bracket = name.indexOf(" (");
        return bracket > 0 ? name.substring(0, bracket) : name;
    }

    private NameIndex indexInstitutions() {
        NameIndex.Builder builder = new NameIndex.Builder(table);
        for (int i = 0; i < institutions.size(); i++) {
            builder.add(institutions.get(i).name().toLowerCase(Locale.ROOT), i);
            for (String alias : institutions.get(i).aliases()) {
                builder.add(alias.toLowerCase(Locale.ROOT), i);
            }
        }
        return builder.build();
    }

    /** What it was read from; part of the fingerprint. */
    public List<KnowledgeFile> files() {
        return files;
    }

    /** All entries, in the order of the files. */
    public List<Entry> entries() {
        return entries;
    }

    public Entry entry(int number) {
        return entries.get(number);
    }

    public Optional<Entry> entry(String id) {
        Integer number = byId.get(id);
        return number == null ? Optional.empty() : Optional.of(entries.get(number));
    }

    public Institution institution(int number) {
        return institutions.get(number);
    }

    public List<Institution> institutions() {
        return institutions;
    }

    /** What someone has held, in the order of the files. */
    public List<Office> offices(String holder) {
        return List.copyOf(officesByHolder.getOrDefault(holder, List.of()));
    }

    /** A country's ISO 3166-1 alpha-3 code. */
    public @Nullable String alpha3(@Nullable String alpha2) {
        return alpha2 == null ? null : alpha3.get(alpha2);
    }

    /** The people whose names, or other names, end with a word in its compared form. */
    public List<Entry> peopleOfSurname(String form) {
        return List.copyOf(peopleBySurname.getOrDefault(form, List.of()));
    }

    /** A country's ISO 3166-1 alpha-2 code. */
    public @Nullable String alpha2(String alpha3) {
        return alpha2.get(alpha3);
    }

    /** The words of a text, for looking names up in it. */
    public NameWords words(String text) {
        return NameWords.of(text, table);
    }

    /** Names of entries; the values are their numbers. */
    public NameIndex names() {
        return names;
    }

    /** Names of institutions, with capitals or without; the values are their numbers. */
    public NameIndex institutionNames() {
        return institutionNames;
    }

    /** Adjectives of countries ("Iraqi"); the values go into {@link #adjectiveCountry}. */
    public NameIndex adjectives() {
        return adjectiveNames;
    }

    /** The country of an adjective. */
    public String adjectiveCountry(int number) {
        return adjectiveCountries.get(number);
    }
}
