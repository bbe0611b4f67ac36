package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.Context;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.Link;
import io.averment.analysis.entity.Linker;
import io.averment.analysis.entity.NameForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the names of a text: the same name, the same entry of the knowledge base, an abbreviation and what it is explained as, the
 * institution of the same country, a surname and the one full name that ends so. Where two things fit, none is taken. Not
 * thread-safe; linear in the mentions but for people and institutions, of which a text has few forms.
 */
final class NameClusters {

    /** So many forms of people or institutions are compared with each other; a text with more is a list, and compared by equality. */
    private static final int MOST_COMPARED = 500;

    private static final int MOST_CANDIDATES = 5;
    private static final Set<String> GENERIC_ENDINGS = Set.of(
            "organization",
            "organisation",
            "party",
            "group",
            "movement",
            "corporation",
            "company",
            "inc",
            "ltd",
            "agency");

    private final KnowledgeBase base;
    private final Linker linker = new Linker();
    private final String text;
    private final List<Mention> mentions;
    private final Map<String, String> longForms;
    private final Context context = new Context();
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<Cluster> people = new ArrayList<>();
    private final List<Cluster> institutions = new ArrayList<>();
    private final Cluster[] byMention;
    private final Map<String, Cluster> byForm = new HashMap<>();
    private final Map<String, Cluster> byEntry = new HashMap<>();

    /** @param longForms what the text explains abbreviations as */
    NameClusters(KnowledgeBase base, String text, List<Mention> mentions, Map<String, String> longForms) {
        this.base = base;
        this.text = text;
        this.mentions = mentions;
        this.longForms = longForms;
        this.byMention = new Cluster[mentions.size()];
    }

    List<Cluster> clusters() {
        return clusters;
    }

    /** The cluster of a mention; null when it has none yet. */
    @Nullable
    Cluster of(int mention) {
        return byMention[mention];
    }

    void join(int mention, Cluster cluster) {
        cluster.add(mention, mentions.get(mention));
        byMention[mention] = cluster;
    }

    void gather() {
        readContext();
        forNames(this::isPlain, this::gatherPlain);
        forNames(mention -> isPerson(mention) && words(mention).size() > 1, this::gatherFullName);
        forNames(mention -> isPerson(mention) && words(mention).size() == 1, this::gatherSurname);
        forNames(mention -> mention.owner() != null && mention.owner().country() != null, this::gatherInstitution);
        forNames(mention -> mention.owner() != null && mention.owner().country() == null, this::gatherOpenInstitution);
        clusters.forEach(Cluster::sort);
    }

    /** A cluster for somebody whom the text does not name. */
    Cluster openUnnamed(int mention) {
        Cluster cluster = new Cluster(mentions.get(mention).type());
        clusters.add(cluster);
        cluster.leaveOpen(new Unresolved(Unresolved.Reason.NOT_NAMED, List.of()));
        join(mention, cluster);
        return cluster;
    }

    /** Something to do with a mention. */
    private interface Step {
        void take(int number, Mention mention);
    }

    private void forNames(Predicate<Mention> which, Step step) {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if ((mention.form() == Form.NAME || mention.owner() != null)
                    && byMention[i] == null
                    && which.test(mention)) {
                step.take(i, mention);
            }
        }
    }

    private void readContext() {
        for (Mention mention : mentions) {
            if (mention.entries().size() == 1 && !longForms.containsKey(mention.head())) {
                Entry only = mention.entries().getFirst();
                if (!Linker.isAbbreviation(written(mention)) || only.type() == EntityType.PLACE) {
                    context.add(only);
                }
            }
            Owned owner = mention.owner();
            if (owner != null && owner.country() != null) {
                base.entry(owner.country()).ifPresent(context::add);
            }
        }
    }

    private boolean isPlain(Mention mention) {
        return mention.owner() == null && !isPerson(mention);
    }

    private static boolean isPerson(Mention mention) {
        return mention.type() == EntityType.PERSON;
    }

    private void gatherPlain(int number, Mention mention) {
        Cluster known = byForm.get(key(mention.type(), mention.head()));
        if (known == null) {
            String longForm = longForms.get(mention.head());
            known = longForm == null ? null : byForm.get(key(mention.type(), longForm));
        }
        Link link = link(mention);
        Entry entry = link.entry();
        if (known == null && entry != null) {
            known = byEntry.get(entry.id());
        }
        if (known == null) {
            known = byForm.get(key(mention.type(), withoutEnding(mention.head())));
        }
        if (known == null) {
            known = open(mention, link);
        }
        remember(known, mention);
        join(number, known);
    }

    private void remember(Cluster cluster, Mention mention) {
        byForm.putIfAbsent(key(mention.type(), mention.head()), cluster);
        byForm.putIfAbsent(key(mention.type(), withoutEnding(mention.head())), cluster);
    }

    private Cluster open(Mention mention, Link link) {
        Cluster cluster = new Cluster(mention.type());
        clusters.add(cluster);
        if (isPerson(mention)) {
            people.add(cluster);
        }
        Entry entry = link.entry();
        if (entry != null) {
            cluster.linkTo(entry);
            byEntry.putIfAbsent(entry.id(), cluster);
        } else if (link.reason() != null) {
            cluster.leaveOpen(new Unresolved(reason(link.reason()), names(link.candidates())));
        }
        return cluster;
    }

    /** What the knowledge base says, unless the text explains the abbreviation as something else. */
    private Link link(Mention mention) {
        String longForm = longForms.get(mention.head());
        List<Entry> entries = mention.entries();
        if (longForm != null) {
            entries =
                    entries.stream().filter(entry -> isCalled(entry, longForm)).toList();
        }
        return linker.choose(written(mention), entries, context);
    }

    private String written(Mention mention) {
        return mention.span().of(text);
    }

    private static boolean isCalled(Entry entry, String form) {
        return NameForm.of(entry.name()).equals(form)
                || entry.aliases().stream().anyMatch(alias -> NameForm.of(alias).equals(form));
    }

    private void gatherFullName(int number, Mention mention) {
        Cluster known = byForm.get(key(mention.type(), mention.head()));
        Link link = link(mention);
        Entry entry = link.entry();
        if (known == null && entry != null) {
            known = byEntry.get(entry.id());
        }
        if (known == null) {
            known = onlyOne(people(cluster -> isVariant(cluster, words(mention))));
        }
        if (known == null) {
            known = open(mention, link);
        } else if (known.entry() == null && entry != null && !byEntry.containsKey(entry.id())) {
            known.linkTo(entry);
            byEntry.put(entry.id(), known);
        }
        byForm.putIfAbsent(key(mention.type(), mention.head()), known);
        join(number, known);
    }

    /** A longer or shorter form of a full name: first and last words are the same, and one has all words of the other. */
    private static boolean isVariant(Cluster cluster, List<String> words) {
        for (String form : cluster.forms()) {
            List<String> other = words(form);
            boolean ends = other.size() > 1
                    && other.getFirst().equals(words.getFirst())
                    && other.getLast().equals(words.getLast());
            if (ends && (other.containsAll(words) || words.containsAll(other))) {
                return true;
            }
        }
        return false;
    }

    private void gatherSurname(int number, Mention mention) {
        String name = words(mention).getFirst();
        Cluster known = byForm.get(key(mention.type(), mention.head()));
        List<Cluster> fitting = people(cluster -> hasWord(cluster, name, true));
        if (fitting.isEmpty()) {
            fitting = people(cluster -> hasWord(cluster, name, false));
        }
        if (fitting.size() > 1) {
            fitting = agreeing(fitting, mention);
        }
        if (fitting.size() == 1) {
            join(number, fitting.getFirst());
            return;
        }
        if (known == null) {
            known = open(mention, link(mention));
            byForm.put(key(mention.type(), mention.head()), known);
            if (!fitting.isEmpty()) {
                known.leaveOpen(new Unresolved(
                        Unresolved.Reason.AMBIGUOUS,
                        fitting.stream()
                                .limit(MOST_CANDIDATES)
                                .map(this::longestForm)
                                .toList()));
            }
        }
        join(number, known);
    }

    /** Those whose gender and roles do not contradict what is said with the surname. */
    private static List<Cluster> agreeing(List<Cluster> fitting, Mention mention) {
        List<Cluster> byRole = fitting.stream()
                .filter(cluster -> mention.roles().stream().anyMatch(cluster::hasRole))
                .toList();
        if (byRole.size() == 1) {
            return byRole;
        }
        return fitting.stream()
                .filter(cluster ->
                        mention.gender() == null || cluster.gender() == null || cluster.gender() == mention.gender())
                .toList();
    }

    private static boolean hasWord(Cluster cluster, String name, boolean last) {
        for (String form : cluster.forms()) {
            List<String> words = words(form);
            if (words.size() > 1 && (last ? words.getLast() : words.getFirst()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private List<Cluster> people(Predicate<Cluster> which) {
        return people.stream().limit(MOST_COMPARED).filter(which).toList();
    }

    private static @Nullable Cluster onlyOne(List<Cluster> found) {
        return found.size() == 1 ? found.getFirst() : null;
    }

    private String longestForm(Cluster cluster) {
        String longest = "";
        for (int mention : cluster.named()) {
            String head = mentions.get(mention).head();
            longest = head.length() > longest.length() ? head : longest;
        }
        return longest;
    }

    private void gatherInstitution(int number, Mention mention) {
        Owned owned = Objects.requireNonNull(mention.owner());
        List<Cluster> fitting = institutions(owned).stream()
                .filter(cluster -> cluster.owner() != null && cluster.owner().country() != null)
                .toList();
        Cluster known = onlyOne(fitting);
        if (known == null) {
            known = openInstitution(mention);
            if (fitting.size() > 1) {
                known.leaveOpen(new Unresolved(Unresolved.Reason.AMBIGUOUS, List.of()));
            }
        }
        join(number, known);
    }

    private Cluster openInstitution(Mention mention) {
        Cluster cluster = new Cluster(mention.type());
        clusters.add(cluster);
        institutions.add(cluster);
        return cluster;
    }

    private List<Cluster> institutions(Owned owned) {
        return institutions.stream()
                .limit(MOST_COMPARED)
                .filter(cluster -> cluster.owner() != null && cluster.owner().agreesWith(owned))
                .toList();
    }

    /** An institution of which the text does not say whose it is: the one that is spoken of, or of the one country that is. */
    private void gatherOpenInstitution(int number, Mention mention) {
        Owned owned = Objects.requireNonNull(mention.owner());
        List<Cluster> fitting = institutions(owned);
        Cluster known = onlyOne(fitting);
        if (known == null) {
            known = openInstitution(mention);
            join(number, known);
            decideCountry(known, owned, number, fitting);
            return;
        }
        join(number, known);
    }

    private void decideCountry(Cluster cluster, Owned owned, int number, List<Cluster> fitting) {
        Set<String> countries = new LinkedHashSet<>();
        for (Cluster other : fitting) {
            if (other.country() != null) {
                countries.add(other.country());
            }
        }
        if (countries.isEmpty()) {
            countries.addAll(countriesUntil(number));
        }
        if (countries.isEmpty()) {
            countries.addAll(countriesUntil(mentions.size() - 1));
        }
        if (countries.size() == 1) {
            cluster.setOwner(new Owned(owned.institution(), countries.iterator().next(), owned.location()));
            return;
        }
        List<String> candidates = countries.stream()
                .limit(MOST_CANDIDATES)
                .map(country -> owned.institution().name() + " ("
                        + base.entry(country).map(Entry::name).orElse(country) + ")")
                .toList();
        cluster.leaveOpen(new Unresolved(Unresolved.Reason.COUNTRY_NOT_SAID, candidates));
    }

    /** The countries that the text has spoken of so far, those spoken of most first. */
    private List<String> countriesUntil(int number) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i <= number; i++) {
            Mention mention = mentions.get(i);
            Cluster cluster = byMention[i];
            Entry entry = cluster == null ? null : cluster.entry();
            String country = mention.owner() != null
                    ? mention.owner().country()
                    : entry != null && (entry.kind() == Kind.COUNTRY || entry.kind() == Kind.PEOPLE)
                            ? entry.country()
                            : null;
            if (country != null) {
                counts.merge(country, 1, Integer::sum);
            }
        }
        List<String> ordered = new ArrayList<>(counts.keySet());
        ordered.sort((one, other) -> Integer.compare(counts.getOrDefault(other, 0), counts.getOrDefault(one, 0)));
        return ordered;
    }

    private static Unresolved.Reason reason(Link.Reason reason) {
        return switch (reason) {
            case NOT_KNOWN -> Unresolved.Reason.NOT_KNOWN;
            case AMBIGUOUS -> Unresolved.Reason.AMBIGUOUS;
            case ABBREVIATION_WITHOUT_SUPPORT -> Unresolved.Reason.ABBREVIATION_WITHOUT_SUPPORT;
        };
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }

    private static String key(EntityType type, String form) {
        return type + "\t" + form;
    }

    private static String withoutEnding(String form) {
        int blank = form.lastIndexOf(' ');
        return blank > 0 && GENERIC_ENDINGS.contains(form.substring(blank + 1)) ? form.substring(0, blank) : form;
    }

    private static List<String> words(Mention mention) {
        return words(mention.head());
    }

    /** The words of a name without the particles that writers leave out or spell as they like. */
    static List<String> words(String form) {
        List<String> words = new ArrayList<>();
        for (String word : form.split(" ", -1)) {
            if (!PersonNames.isParticle(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of(form) : words;
    }
}
