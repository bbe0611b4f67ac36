package io.averment.query.storage;

import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The things that all articles name together. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class EntityRegistry {
    private static final int LONGEST_NAME = 500;

    private final EntityManager entities;

    EntityRegistry(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds what the article names. In the order of keys, so that two articles never wait for each other. */
    void add(FactRow.Opening opening, List<Entity> named) {
        TreeMap<String, String> facts = new TreeMap<>();
        TreeMap<String, Set<String>> names = new TreeMap<>();
        for (Entity entity : named) {
            String key = EntityKey.of(entity, opening.article().id()).value();
            facts.putIfAbsent(key, opening.json().write(profile(key, entity)));
            names.computeIfAbsent(key, any -> new TreeSet<>()).addAll(names(entity));
        }
        if (!facts.isEmpty()) {
            addEntities(opening, facts);
            addNames(opening, names);
        }
    }

    /** The names of the thing, folded; those that fold to nothing or are too long are left out. */
    static Set<String> names(Entity entity) {
        Set<String> names = new TreeSet<>();
        addName(names, entity.name());
        entity.aliases().forEach(alias -> addName(names, alias));
        return names;
    }

    private static void addName(Set<String> names, String name) {
        String folded = EntityKey.fold(name);
        if (!folded.isEmpty() && folded.length() <= LONGEST_NAME) {
            names.add(folded);
        }
    }

    /** What is known of the thing beyond this article; how the article calls it stands among its names. */
    private static Entity profile(String key, Entity entity) {
        return new Entity(
                key,
                entity.type(),
                entity.name(),
                List.of(),
                entity.country(),
                entity.sector(),
                entity.external(),
                entity.place(),
                null);
    }

    private void addEntities(FactRow.Opening opening, Map<String, String> facts) {
        entities.createNativeQuery("""
                        insert into entity as known (tenant, entity_key, recorded_from, first_accepted_at, article_id, fact)
                        select :tenant, added.key, :recordedFrom, :accepted, :article, cast(added.fact as jsonb)
                        from unnest(cast(:keys as text[]), cast(:facts as text[])) as added(key, fact)
                        where not exists (
                            select from entity e where e.tenant = :tenant and e.entity_key = added.key
                                and (e.first_accepted_at, e.article_id) <= (:accepted, :article)
                                and e.recorded_from <= :recordedFrom)
                        order by added.key
                        on conflict (tenant, entity_key) do update
                        set recorded_from = least(known.recorded_from, excluded.recorded_from),
                            (first_accepted_at, article_id, fact) = (
                                select first_accepted_at, article_id, fact
                                from (values (known.first_accepted_at, known.article_id, known.fact),
                                             (excluded.first_accepted_at, excluded.article_id, excluded.fact))
                                    as said(first_accepted_at, article_id, fact)
                                order by first_accepted_at, article_id limit 1)
                        where (excluded.first_accepted_at, excluded.article_id)
                                < (known.first_accepted_at, known.article_id)
                            or excluded.recorded_from < known.recorded_from
                        """)
                .setParameter("tenant", opening.tenant().name())
                .setParameter("recordedFrom", opening.recordedFrom())
                .setParameter("accepted", opening.article().firstAcceptedAt())
                .setParameter("article", opening.article().id().value())
                .setParameter("keys", facts.keySet().toArray(new String[0]))
                .setParameter("facts", facts.values().toArray(new String[0]))
                .executeUpdate();
    }

    private void addNames(FactRow.Opening opening, Map<String, Set<String>> names) {
        List<String> keys = names.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(any -> entry.getKey()))
                .toList();
        List<String> folded = names.values().stream().flatMap(Set::stream).toList();
        entities.createNativeQuery("""
                        insert into entity_name (tenant, name, entity_key)
                        select :tenant, added.name, added.key
                        from unnest(cast(:names as text[]), cast(:keys as text[])) as added(name, key)
                        order by added.name, added.key
                        on conflict do nothing
                        """)
                .setParameter("tenant", opening.tenant().name())
                .setParameter("names", folded.toArray(new String[0]))
                .setParameter("keys", keys.toArray(new String[0]))
                .executeUpdate();
    }
}
