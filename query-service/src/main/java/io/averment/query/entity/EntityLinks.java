package io.averment.query.entity;

import io.averment.query.record.EntityPortrait;
import io.averment.query.record.EntityPortrait.Comparison;
import io.averment.query.record.EntityPortrait.Verdict;
import io.averment.query.record.Tenant;
import io.averment.query.storage.EntityPortraits;
import io.averment.query.storage.EntityVerdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Entities of one name that are the same: by what the current articles say of them, unless a curator had decided otherwise by the instant that is
 * asked for. It is computed when it is asked for, so it depends on what the record holds and never on what came first. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class EntityLinks {
    private static final int MOST_SAME = 10;

    private final EntityPortraits portraits;
    private final EntityVerdicts verdicts;

    EntityLinks(EntityPortraits portraits, EntityVerdicts verdicts) {
        this.portraits = portraits;
        this.verdicts = verdicts;
    }

    /** The other entities of the same name, and those that a curator decided of, by their keys. */
    List<EntityLink> of(Tenant tenant, String key, Optional<Instant> asOf) {
        Map<String, Verdict> decided = verdicts.of(tenant, key, asOf);
        TreeSet<String> others = new TreeSet<>(decided.keySet());
        others.addAll(portraits.namesakes(tenant, key));
        Optional<EntityPortrait> own = others.isEmpty() ? Optional.empty() : portraits.of(tenant, key);
        Map<String, EntityLink> links = new TreeMap<>();
        own.ifPresent(portrait ->
                others.forEach(other -> portraits.of(tenant, other).ifPresent(theirs -> {
                    Comparison comparison = portrait.compare(theirs);
                    Verdict verdict = decided.get(other);
                    boolean related = verdict != null || !comparison.reasons().isEmpty();
                    if (related) {
                        links.put(
                                other,
                                new EntityLink(
                                        other,
                                        verdict == null ? comparison.verdict() : verdict,
                                        verdict == null ? EntityLink.Decider.EVIDENCE : EntityLink.Decider.CURATOR,
                                        comparison.reasons()));
                    }
                })));
        return List.copyOf(links.values());
    }

    /** The key with those of the entities that are the same, ten at most. */
    List<String> same(Tenant tenant, String key, Optional<Instant> asOf) {
        List<String> same = new ArrayList<>();
        same.add(key);
        for (EntityLink link : of(tenant, key, asOf)) {
            if (link.verdict() == Verdict.SAME && same.size() < MOST_SAME) {
                same.add(link.id());
            }
        }
        return List.copyOf(same);
    }
}
