package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the names of a text: the same name, the same entry of the knowledge base, an abbreviation and what it is explained as; people
 * and institutions in their own ways. Where two things fit, none is taken. Not thread-safe; linear in the mentions.
 */
final class NameClusters {

    /** How many of a cluster's names are compared with another name. */
    private static final int MOST_LOOKED_AT = 20;

    private final Reading reading;
    private final Lexicon lexicon;
    private final List<Mention> mentions;
    private final Map<String, String> longForms;
    private final NameLinking linking;
    private final SurnameLinking surnames;
    private final PeopleClusters people;
    private final InstitutionClusters institutions;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Cluster[] byMention;
    private final Map<String, Cluster> byForm = new HashMap<>();
    private final Map<String, Cluster> byEntry = new HashMap<>();

    /**
     * Gathers nothing yet.
     *
     * @param longForms what the text explains abbreviations as
     * @param day when the report was published, as far as is known
     */
    NameClusters(
            KnowledgeBase base,
            Lexicon lexicon,
            Reading reading,
            List<Mention> mentions,
            Map<String, String> longForms,
            @Nullable String day) {
        this.reading = reading;
        this.lexicon = lexicon;
        this.mentions = mentions;
        this.longForms = longForms;
        this.linking = new NameLinking(base, reading.text, mentions, longForms);
        this.surnames = new SurnameLinking(base, lexicon, linking.context(), reading.text, mentions, day);
        this.people = new PeopleClusters(lexicon, this, linking);
        this.institutions = new InstitutionClusters(base, this);
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

    /** Gathers names of things, full names, surnames, institutions of countries and those of nobody said, in this order. */
    void gather() {
        forNames((number, mention) -> {
            if (mention.owner() == null && mention.type() != EntityType.PERSON) {
                takePlain(number, mention);
            }
        });
        forNames((number, mention) -> {
            if (mention.type() == EntityType.PERSON && people.isFullName(mention) && people.isSpecific(mention)) {
                people.takeFullName(number, mention);
            }
        });
        forNames((number, mention) -> {
            if (mention.type() == EntityType.PERSON && people.isFullName(mention)) {
                people.takeFullName(number, mention);
            }
        });
        forNames((number, mention) -> {
            if (mention.type() == EntityType.PERSON) {
                people.takeSurname(number, mention);
            }
        });
        linkSurnames();
        forNames((number, mention) -> {
            Owned owner = mention.owner();
            if (owner != null && owner.country() != null) {
                institutions.takeOwned(number, mention, owner);
            }
        });
        forNames((number, mention) -> {
            Owned owner = mention.owner();
            if (owner != null) {
                institutions.takeOpen(number, mention, owner);
            }
        });
        clusters.forEach(Cluster::sort);
    }

    private void linkSurnames() {
        for (Cluster cluster : clusters) {
            if (cluster.type == EntityType.PERSON && surnames.isFor(cluster)) {
                Entry entry = surnames.entry(cluster);
                if (entry != null && ofEntry(entry) == null) {
                    linkTo(cluster, entry);
                }
            }
        }
    }

    /** Whether one of the last names gathered into a cluster stands in the sentence of a mention. */
    boolean isInSentenceOf(int mention, Cluster cluster) {
        List<Integer> named = cluster.named();
        int sentence = sentence(mention);
        return named.subList(Math.max(0, named.size() - MOST_LOOKED_AT), named.size()).stream()
                .anyMatch(other -> sentence(other) == sentence);
    }

    private int sentence(int mention) {
        int word = reading.words.firstAt(mentions.get(mention).span().start());
        return reading.sentence(Math.min(word, reading.size() - 1));
    }

    /** The full name that "and" joins to a mention, whose surname both may bear: {@code John and Mary Smith}; null when none is. */
    @Nullable
    Mention coupled(int mention) {
        if (mention + 1 >= mentions.size()) {
            return null;
        }
        Mention next = mentions.get(mention + 1);
        boolean coupled = next.form() == Form.NAME
                && next.type() == EntityType.PERSON
                && people.isFullName(next)
                && reading.text
                        .substring(
                                mentions.get(mention).span().end(), next.span().start())
                        .equals(" and ");
        return coupled ? next : null;
    }

    /** A cluster for somebody whom the text does not name. */
    Cluster openUnnamed(int mention) {
        Cluster cluster = open(mentions.get(mention).type());
        cluster.leaveOpen(new Unresolved(Unresolved.Reason.NOT_NAMED, List.of()));
        join(mention, cluster);
        return cluster;
    }

    /** Something to do with a mention. */
    private interface Step {
        void take(int number, Mention mention);
    }

    /** Every name that has no cluster yet. */
    private void forNames(Step step) {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if ((mention.form() == Form.NAME || mention.owner() != null) && byMention[i] == null) {
                step.take(i, mention);
            }
        }
    }

    private void takePlain(int number, Mention mention) {
        Cluster known = called(mention);
        if (known == null) {
            String longForm = longForms.get(mention.head());
            known = longForm == null ? null : byForm.get(key(mention.type(), longForm));
        }
        Link link = linking.link(mention);
        Entry entry = link.entry();
        if (known == null && entry != null) {
            known = ofEntry(entry);
        }
        if (known == null) {
            known = byForm.get(key(mention.type(), withoutEnding(mention.head())));
        }
        if (known == null) {
            known = open(mention, link);
        }
        remember(known, mention);
        byForm.putIfAbsent(key(mention.type(), withoutEnding(mention.head())), known);
        join(number, known);
    }

    /** The cluster of the same name and type; null when there is none. */
    @Nullable
    Cluster called(Mention mention) {
        return byForm.get(key(mention.type(), mention.head()));
    }

    @Nullable
    Cluster ofEntry(Entry entry) {
        return byEntry.get(entry.id());
    }

    /** Lets later mentions of the same name find a cluster. */
    void remember(Cluster cluster, Mention mention) {
        byForm.putIfAbsent(key(mention.type(), mention.head()), cluster);
    }

    Cluster open(EntityType type) {
        Cluster cluster = new Cluster(type);
        clusters.add(cluster);
        return cluster;
    }

    Cluster open(Mention mention, Link link) {
        Cluster cluster = open(mention.type());
        Entry entry = link.entry();
        if (entry != null) {
            linkTo(cluster, entry);
        } else if (link.reason() != null) {
            cluster.leaveOpen(NameLinking.unresolved(link.reason(), link.candidates()));
        }
        return cluster;
    }

    void linkTo(Cluster cluster, Entry entry) {
        cluster.linkTo(entry);
        byEntry.putIfAbsent(entry.id(), cluster);
    }

    /** The countries that the text has spoken of up to a mention, those spoken of most first. Linear. */
    List<String> countriesUntil(int last) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size() && i <= last; i++) {
            String country = countrySpokenOf(mentions.get(i), byMention[i]);
            if (country != null) {
                counts.merge(country, 1, Integer::sum);
            }
        }
        List<String> ordered = new ArrayList<>(counts.keySet());
        ordered.sort((one, other) -> Integer.compare(counts.getOrDefault(other, 0), counts.getOrDefault(one, 0)));
        return ordered;
    }

    private static @Nullable String countrySpokenOf(Mention mention, @Nullable Cluster cluster) {
        if (mention.owner() != null) {
            return mention.owner().country();
        }
        Entry entry = cluster == null ? null : cluster.entry();
        return entry != null && (entry.kind() == Kind.COUNTRY || entry.kind() == Kind.PEOPLE) ? entry.country() : null;
    }

    private static String key(EntityType type, String form) {
        return type + "\t" + form;
    }

    private String withoutEnding(String form) {
        int blank = form.lastIndexOf(' ');
        boolean generic = blank > 0 && lexicon.has(form.substring(blank + 1), Use.GENERIC_ENDING);
        return generic ? form.substring(0, blank) : form;
    }
}
