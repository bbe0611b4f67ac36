package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers institutions: those of one country, then those of which the text does not say whose they are. Not thread-safe; linear, since
 * they are looked up by institution and country, and the countries of a text are counted once an institution.
 */
final class InstitutionClusters {

    private static final int MOST_CANDIDATES = 5;

    private final KnowledgeBase base;
    private final NameClusters names;
    private final ClusterIndex byInstitution = new ClusterIndex();
    private final ClusterIndex byCountry = new ClusterIndex();
    private final Map<String, Cluster> undecided = new HashMap<>();

    InstitutionClusters(KnowledgeBase base, NameClusters names) {
        this.base = base;
        this.names = names;
    }

    /** Takes an institution whose country the text says. */
    void takeOwned(int number, Mention mention, Owned owned) {
        List<Cluster> fitting = agreeing(byCountry.of(key(owned)), owned);
        Cluster known;
        if (fitting.size() == 1) {
            known = fitting.getFirst();
        } else {
            known = names.open(mention.type());
            if (fitting.size() > 1) {
                known.leaveOpen(new Unresolved(Unresolved.Reason.AMBIGUOUS, List.of()));
            }
        }
        byInstitution.add(owned.institution().id(), known);
        byCountry.add(key(owned), known);
        names.join(number, known);
    }

    private static String key(Owned owned) {
        return owned.institution().id() + ' ' + owned.country();
    }

    private static List<Cluster> agreeing(List<Cluster> clusters, Owned owned) {
        return clusters.stream()
                .filter(cluster -> cluster.owner() != null && cluster.owner().agreesWith(owned))
                .toList();
    }

    /** Takes an institution of which the text does not say whose it is: the one that is spoken of, or of the one country that is. */
    void takeOpen(int number, Mention mention, Owned owned) {
        String id = owned.institution().id();
        List<Cluster> fitting = agreeing(byInstitution.of(id), owned);
        Cluster known = fitting.size() == 1 ? fitting.getFirst() : undecided.get(id);
        if (known == null) {
            known = names.open(mention.type());
            byInstitution.add(id, known);
            names.join(number, known);
            decideCountry(known, owned, number, fitting);
        } else {
            names.join(number, known);
        }
    }

    private void decideCountry(Cluster cluster, Owned owned, int number, List<Cluster> fitting) {
        Set<String> countries = new LinkedHashSet<>();
        for (Cluster other : fitting) {
            if (other.country() != null) {
                countries.add(other.country());
            }
        }
        if (countries.isEmpty()) {
            countries.addAll(names.countriesUntil(number));
        }
        if (countries.isEmpty()) {
            countries.addAll(names.countriesUntil(Integer.MAX_VALUE));
        }
        if (countries.size() == 1) {
            cluster.setOwner(new Owned(owned.institution(), countries.iterator().next(), owned.location()));
            return;
        }
        undecided.put(owned.institution().id(), cluster);
        List<String> candidates = new ArrayList<>();
        for (String country : countries) {
            if (candidates.size() < MOST_CANDIDATES) {
                candidates.add(owned.institution().name() + " ("
                        + base.entry(country).map(Entry::name).orElse(country) + ")");
            }
        }
        cluster.leaveOpen(new Unresolved(Unresolved.Reason.COUNTRY_NOT_SAID, candidates));
    }
}
