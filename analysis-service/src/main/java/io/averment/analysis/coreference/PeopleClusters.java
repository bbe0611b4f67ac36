package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the names of people: the same full name, a longer or shorter form of it, then surnames with the one full name that ends (or,
 * failing that, begins) so. Where two people fit, none is taken; nor are two that one sentence names in different ways one. Not thread-safe; linear, since people are looked up by the words of
 * their names.
 */
final class PeopleClusters {

    private static final int MOST_CANDIDATES = 5;

    private final Lexicon lexicon;
    private final NameClusters names;
    private final NameLinking linking;
    private final ClusterIndex byEnds = new ClusterIndex();
    private final ClusterIndex byFirst = new ClusterIndex();
    private final ClusterIndex byLast = new ClusterIndex();

    PeopleClusters(Lexicon lexicon, NameClusters names, NameLinking linking) {
        this.lexicon = lexicon;
        this.names = names;
        this.linking = linking;
    }

    boolean isFullName(Mention mention) {
        return PersonName.words(mention.head(), lexicon).size() > 1;
    }

    /** Whether a full name has more than first and last; such are to be taken first, since a shorter one may be any of them. */
    boolean isSpecific(Mention mention) {
        return PersonName.of(mention.head(), lexicon).isSpecific();
    }

    /** Takes a name of two words or more. */
    void takeFullName(int number, Mention mention) {
        Link link = linking.link(mention);
        Entry entry = link.entry();
        PersonName name = PersonName.of(mention.head(), lexicon);
        Cluster known = names.called(mention);
        List<Cluster> variants = known == null ? variants(number, name, entry) : List.of();
        if (known == null && variants.size() <= 1) {
            Cluster linked = entry == null ? null : names.ofEntry(entry);
            known = linked != null ? linked : variants.isEmpty() ? null : variants.getFirst();
        }
        if (known == null) {
            known = names.open(mention, link);
            if (variants.size() > 1) {
                leaveOpen(known, variants);
            }
        } else if (known.entry() == null && entry != null && names.ofEntry(entry) == null) {
            names.linkTo(known, entry);
        }
        names.remember(known, mention);
        names.join(number, known);
        if (variants.size() > 1) {
            return;
        }
        byEnds.add(name.ends(), known);
        byFirst.add(name.first(), known);
        byLast.add(name.last(), known);
    }

    /** Those whose names are longer or shorter, and contradict it neither themselves nor by what the knowledge base makes of them. */
    private List<Cluster> variants(int number, PersonName name, @Nullable Entry entry) {
        List<Cluster> found = new ArrayList<>();
        for (Cluster cluster : byEnds.of(name.ends())) {
            boolean other = entry != null
                    && !entry.equals(cluster.entry())
                    && (cluster.entry() != null || cluster.forms().stream().anyMatch(this::hasSuffix));
            if (!other && mayBe(cluster, name) && !names.isInSentenceOf(number, cluster)) {
                found.add(cluster);
            }
        }
        return found;
    }

    private boolean hasSuffix(String form) {
        return !PersonName.of(form, lexicon).suffix().isEmpty();
    }

    private boolean mayBe(Cluster cluster, PersonName name) {
        return cluster.forms().stream()
                .allMatch(form ->
                        form.indexOf(' ') < 0 || PersonName.of(form, lexicon).mayBe(name));
    }

    /** Takes a name of one word, when all full names have been taken. */
    void takeSurname(int number, Mention mention) {
        String name = PersonName.words(mention.head(), lexicon).getFirst();
        List<Cluster> fitting = byLast.of(name);
        if (fitting.isEmpty()) {
            fitting = byFirst.of(name);
        }
        if (fitting.size() > 1) {
            fitting = agreeing(fitting, mention);
        }
        if (fitting.size() == 1) {
            names.join(number, fitting.getFirst());
            return;
        }
        Cluster known = names.called(mention);
        if (known == null) {
            known = names.open(mention, linking.link(mention));
            names.remember(known, mention);
            if (!fitting.isEmpty()) {
                leaveOpen(known, fitting);
            } else if (mention.roles().isEmpty()) {
                // Behind a title a single name is a surname: "Senator Martin".
                known.sayGender(lexicon.genderOfGivenName(linking.written(mention)));
                shareSurname(number, mention, known);
            }
        }
        names.join(number, known);
    }

    /** Who is named by the given name alone beside somebody in full bears the same surname, so that this one tells neither. */
    private void shareSurname(int number, Mention mention, Cluster cluster) {
        Mention coupled = names.coupled(number);
        if (coupled != null
                && (lexicon.isGivenName(linking.written(mention)) || lexicon.has(mention.head(), Use.GIVEN_NAME))) {
            byLast.add(PersonName.of(coupled.head(), lexicon).last(), cluster);
        }
    }

    private static void leaveOpen(Cluster cluster, List<Cluster> fitting) {
        cluster.leaveOpen(new Unresolved(
                Unresolved.Reason.AMBIGUOUS,
                fitting.stream()
                        .limit(MOST_CANDIDATES)
                        .map(PeopleClusters::longestForm)
                        .toList()));
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

    private static String longestForm(Cluster cluster) {
        String longest = "";
        for (String form : cluster.forms()) {
            longest = form.length() > longest.length() ? form : longest;
        }
        return longest;
    }
}
