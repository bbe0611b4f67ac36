package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Nominal;
import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.NameForm;
import io.averment.analysis.entity.Office;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a role with an article stands for ("the embassy", "the adviser"): the last thing spoken of that is of this kind, unless
 * another was spoken of nearly as lately. Not thread-safe; a role looks back over a bounded stretch.
 */
final class RoleResolution {

    /** By how many sentences the last must be nearer than the one before it. */
    private static final int LEAST_LEAD = 2;

    /** How far back a word reaches that many things are called by, in sentences; one that few things are reaches through the text. */
    private static final int REACH_OF_COMMON = 2;

    /** Over how many mentions is looked back. */
    private static final int MOST_LOOKED_AT = 300;

    private final KnowledgeBase base;
    private final String text;
    private final Lexicon lexicon;
    private final List<Mention> mentions;
    private final NameClusters clusters;
    private final Positions positions;
    private final @Nullable String day;

    /** @param day when the report was published, as far as is known: offices are those held then */
    RoleResolution(
            KnowledgeBase base,
            String text,
            Lexicon lexicon,
            List<Mention> mentions,
            NameClusters clusters,
            Positions positions,
            @Nullable String day) {
        this.base = base;
        this.text = text;
        this.lexicon = lexicon;
        this.mentions = mentions;
        this.clusters = clusters;
        this.positions = positions;
        this.day = day;
    }

    /** Takes one role; everything before it must have been taken. */
    void take(int number, StandInResolution open) {
        Mention mention = mentions.get(number);
        Nominal nominal = lexicon.nominal(mention.head());
        if (nominal == null) {
            return;
        }
        if (!mention.roles().isEmpty()) {
            clusters.openUnnamed(number);
            return;
        }
        List<Cluster> fitting = new ArrayList<>();
        for (int i = number - 1; i >= 0 && number - i <= MOST_LOOKED_AT; i--) {
            Cluster cluster = clusters.of(i);
            if (cluster != null
                    && !positions.isModifier(i)
                    && !fitting.contains(cluster)
                    && fits(cluster, mention, nominal)
                    && isNear(i, number, nominal)) {
                fitting.add(cluster);
            }
        }
        if (fitting.isEmpty()) {
            if (nominal.type() == EntityType.PERSON) {
                clusters.openUnnamed(number).addRole(mention.head());
            }
            return;
        }
        if (fitting.size() == 1 || lead(fitting, number) >= LEAST_LEAD) {
            clusters.join(number, fitting.getFirst());
        } else {
            open.leaveOpen(number, Reason.AMBIGUOUS, fitting);
        }
    }

    private int lead(List<Cluster> fitting, int number) {
        return positions.sentence(fitting.get(0).lastBefore(number))
                - positions.sentence(fitting.get(1).lastBefore(number));
    }

    private boolean isNear(int last, int number, Nominal nominal) {
        return !nominal.isCommon() || positions.sentence(number) - positions.sentence(last) <= REACH_OF_COMMON;
    }

    private boolean fits(Cluster cluster, Mention mention, Nominal nominal) {
        if (cluster.type != nominal.type()) {
            return false;
        }
        if (nominal.type() == EntityType.PERSON) {
            boolean gender =
                    nominal.gender() == null || cluster.gender() == null || cluster.gender() == nominal.gender();
            return gender && (cluster.hasRole(mention.head()) || holdsOffice(cluster.entry(), mention.head()));
        }
        if (!hasWordsBetween(cluster, mention)) {
            return false;
        }
        Kind kind = kind(cluster);
        return (kind != null && nominal.kinds().contains(kind)) || endsWith(cluster, mention.head());
    }

    /** Whether what stands between article and noun is in the name too: "the federal government" is not that of a city. */
    private boolean hasWordsBetween(Cluster cluster, Mention mention) {
        String[] words = NameForm.of(mention.span().of(text)).split(" ", -1);
        for (int i = 1; i < words.length - 1; i++) {
            String word = words[i];
            boolean there = cluster.forms().stream().anyMatch(form -> (" " + form + " ").contains(" " + word + " "));
            if (!there && !lexicon.isFunctionWord(word)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Kind kind(Cluster cluster) {
        Owned owner = cluster.owner();
        if (owner != null) {
            return owner.institution().kind();
        }
        Entry entry = cluster.entry();
        return entry == null ? null : entry.kind();
    }

    private static boolean endsWith(Cluster cluster, String noun) {
        for (String form : cluster.forms()) {
            if (form.equals(noun)
                    || form.endsWith(" " + noun)
                    || form.startsWith(noun + " ")
                    || form.contains(" " + noun + " ")) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsOffice(@Nullable Entry entry, String noun) {
        if (entry == null) {
            return false;
        }
        for (Office office : base.offices(entry.id())) {
            boolean held = day == null ? office.until() == null : office.isHeldOn(day);
            if (held && (office.title().equals(noun) || office.title().endsWith(" " + noun))) {
                return true;
            }
        }
        return false;
    }
}
