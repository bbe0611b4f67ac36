package io.averment.analysis.coreference;

import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the names of people: the same full name, a longer or shorter form of it, then surnames with the one full name that ends (or,
 * failing that, begins) so. Where two people fit, none is taken. Not thread-safe; linear, since people are looked up by the words of
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
        return words(mention.head()).size() > 1;
    }

    /** Takes a name of two words or more. */
    void takeFullName(int number, Mention mention) {
        Link link = linking.link(mention);
        Entry entry = link.entry();
        List<String> words = words(mention.head());
        Cluster known = names.called(mention);
        if (known == null && entry != null) {
            known = names.ofEntry(entry);
        }
        if (known == null) {
            known = variant(words);
        }
        if (known == null) {
            known = names.open(mention, link);
        } else if (known.entry() == null && entry != null && names.ofEntry(entry) == null) {
            names.linkTo(known, entry);
        }
        names.remember(known, mention);
        names.join(number, known);
        byEnds.add(ends(words), known);
        byFirst.add(words.getFirst(), known);
        byLast.add(words.getLast(), known);
    }

    private static String ends(List<String> words) {
        return words.getFirst() + ' ' + words.getLast();
    }

    /** The one whose name is longer or shorter: first and last words are the same, and one has all words of the other. */
    private @Nullable Cluster variant(List<String> words) {
        List<Cluster> found = new ArrayList<>();
        for (Cluster cluster : byEnds.of(ends(words))) {
            if (isVariant(cluster, words)) {
                found.add(cluster);
            }
        }
        return found.size() == 1 ? found.getFirst() : null;
    }

    private boolean isVariant(Cluster cluster, List<String> words) {
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

    /** Takes a name of one word, when all full names have been taken. */
    void takeSurname(int number, Mention mention) {
        String name = words(mention.head()).getFirst();
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
                known.leaveOpen(new Unresolved(
                        Unresolved.Reason.AMBIGUOUS,
                        fitting.stream()
                                .limit(MOST_CANDIDATES)
                                .map(PeopleClusters::longestForm)
                                .toList()));
            } else if (mention.roles().isEmpty()) {
                // Behind a title a single name is a surname: "Senator Martin".
                known.sayGender(lexicon.genderOfGivenName(linking.written(mention)));
            }
        }
        names.join(number, known);
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

    /** The words of a name without the particles that writers leave out or spell as they like. */
    private List<String> words(String form) {
        List<String> words = new ArrayList<>();
        for (String word : form.split(" ", -1)) {
            if (!lexicon.isParticle(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of(form) : words;
    }
}
