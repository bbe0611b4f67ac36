package io.averment.query.storage;

import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import io.averment.query.record.EntityPortrait;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What the current articles say of entities. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
public class EntityPortraits {
    private static final String NAMESAKES = """
            select distinct other.entity_key from entity_name mine
            join entity_name other on other.tenant = mine.tenant and other.name = mine.name
            where mine.tenant = :tenant and mine.entity_key = :key and other.entity_key <> :key
            order by other.entity_key limit 50
            """;
    private static final String NAMES =
            "select name from entity_name where tenant = :tenant and entity_key = :key order by name limit 50";
    private static final String ROLES = """
            select distinct s.description from (
                select * from reference where tenant = :tenant and entity_key = :key and role = 'SPEAKER'
                    and recorded_to = 'infinity' order by first_accepted_at desc limit 100) r
            cross join lateral (
                select s.fact -> 'speaker' ->> 'description' as description from statement s
                where s.tenant = :tenant and s.article_id = r.article_id and s.fact_id = r.fact_id
                    and s.record_month = r.record_month and s.recorded_from = r.recorded_from limit 1) s
            where s.description is not null
            """;
    /** Places that everybody is named beside tell little; people and bodies do. */
    private static final String COMPANIONS = """
            select distinct c.entity_key from (
                select * from reference where tenant = :tenant and entity_key = :key and role = 'NAMED'
                    and recorded_to = 'infinity' order by first_accepted_at desc limit 100) r
            cross join lateral (
                select c.entity_key, e.fact ->> 'type' as type from reference c
                join entity e on e.tenant = :tenant and e.entity_key = c.entity_key
                where c.tenant = :tenant and c.article_id = r.article_id and c.fact_id = r.fact_id and c.role = 'NAMED'
                    and c.recorded_from = r.recorded_from limit 1000) c
            where c.entity_key <> :key and c.type in ('PERSON', 'ORGANIZATION')
            """;

    private final EntityManager entities;
    private final FactJson json;

    EntityPortraits(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** The keys of up to 50 other things that share a name with this one. */
    public List<String> namesakes(Tenant tenant, String key) {
        return texts(NAMESAKES, tenant, key);
    }

    /** The portrait of the thing; empty when the tenant's articles name none of this key. */
    public Optional<EntityPortrait> of(Tenant tenant, String key) {
        return texts("select cast(fact as text) from entity where tenant = :tenant and entity_key = :key", tenant, key)
                .stream()
                .findFirst()
                .map(fact -> portrait(tenant, key, json.read(fact, Entity.class)));
    }

    private EntityPortrait portrait(Tenant tenant, String key, Entity entity) {
        Set<String> roles = texts(ROLES, tenant, key).stream()
                .map(EntityKey::fold)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toSet());
        return new EntityPortrait(
                key,
                entity.type(),
                new HashSet<>(texts(NAMES, tenant, key)),
                entity.country(),
                roles,
                new HashSet<>(texts(COMPANIONS, tenant, key)));
    }

    private List<String> texts(String sql, Tenant tenant, String key) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("key", key)
                .getResultList();
    }
}
