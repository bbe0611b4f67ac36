package io.averment.query.entity;

import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.reading.SavableList;
import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Tenant;
import io.averment.query.storage.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds the things that all articles name together. Thread-safe. */
@ApplicationScoped
public class EntityReading implements SavableList {
    /** Up to how many facts are counted of each that is shown. */
    private static final int COUNTED = 1000;

    /** How many of the names that begin so are looked at. */
    private static final int CANDIDATES = 200;

    /** Up to how many articles are counted of each of them, to tell which to show. */
    private static final int RANKED_BY = 100;

    private static final String COLUMNS =
            String.format(Locale.ROOT, """
            select cast(e.fact as text) as fact, e.recorded_from,
                   (select array_to_string(array(select n.name from entity_name n
                       where n.tenant = e.tenant and n.entity_key = e.entity_key order by n.name limit 50), '|')) as names,
                   %s as articles, %s as statements, %s as commitments
            from entity e
            """, count("NAMED"), count("SPEAKER"), count("ACTOR"));

    private static final String MATCHES = """
            where e.tenant = :tenant and e.entity_key in (
                select e.entity_key from entity e
                where e.tenant = :tenant and e.entity_key in (
                    select n.entity_key from entity_name n
                    where n.tenant = :tenant and n.name >= :begin and n.name < :end order by n.name limit :candidates) %s
                order by #COUNT# desc, e.entity_key limit :shown)
            """.replace("#COUNT#", count("NAMED", RANKED_BY));
    private static final String OF_TYPE = "and e.fact ->> 'type' = :type";

    private final RecordReading record;
    private final EntityManager entities;
    private final FactJson json;
    private final EntityLinks links;

    EntityReading(RecordReading record, EntityManager entities, FactJson json, EntityLinks links) {
        this.record = record;
        this.entities = entities;
        this.json = json;
        this.links = links;
    }

    private static String count(String role) {
        return count(role, COUNTED);
    }

    private static String count(String role, int most) {
        return "(select count(*) from (select from reference r where r.tenant = e.tenant and r.entity_key = e.entity_key"
                + " and r.role = '" + role + "' and r.recorded_to = 'infinity' limit " + most + ") as counted)";
    }

    @Override
    public String path() {
        return EntityResource.PATH;
    }

    @Override
    public Set<String> parameters() {
        return EntityResource.PARAMETERS;
    }

    @Override
    public EntityMatches list(ListRequest request) {
        return search(request.tenant(), request.parameters());
    }

    /** The things of whose names one begins like this, those that most articles name first. */
    EntityMatches search(Tenant tenant, QueryParameters parameters) {
        String begin = parameters.text("name").map(EntityKey::fold).orElse("");
        Optional<String> type = parameters.code("type");
        List<KnownEntity> found = record.read(tenant, Optional.empty(), () -> {
            NativeQuery<Tuple> query = query(COLUMNS
                    + String.format(
                            Locale.ROOT, MATCHES, type.map(any -> OF_TYPE).orElse("")));
            query.setParameter("tenant", tenant.name())
                    .setParameter("begin", begin)
                    .setParameter("end", begin + Character.toString(Character.MAX_CODE_POINT))
                    .setParameter("candidates", CANDIDATES)
                    .setParameter("shown", parameters.limit());
            type.ifPresent(code -> query.setParameter("type", code));
            return query.getResultList().stream().map(this::entity).toList();
        });
        return new EntityMatches(found.stream()
                .sorted(Comparator.comparingInt(KnownEntity::articles)
                        .reversed()
                        .thenComparing(KnownEntity::name)
                        .thenComparing(KnownEntity::id))
                .limit(parameters.limit())
                .toList());
    }

    /** One thing; empty when the tenant's articles name none of this id. */
    public Optional<KnownEntity> find(Tenant tenant, String key) {
        return record.read(
                tenant,
                Optional.empty(),
                () -> query(COLUMNS + "where e.tenant = :tenant and e.entity_key = :key")
                        .setParameter("tenant", tenant.name())
                        .setParameter("key", key)
                        .getResultList()
                        .stream()
                        .map(this::entity)
                        .findFirst()
                        .map(entity -> entity.with(links.of(tenant, key, Optional.empty()))));
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("fact", String.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("names", String.class)
                .addScalar("articles", Integer.class)
                .addScalar("statements", Integer.class)
                .addScalar("commitments", Integer.class);
    }

    private KnownEntity entity(Tuple row) {
        String names = row.get("names", String.class);
        return KnownEntity.of(
                json.read(row.get("fact", String.class), Entity.class),
                names.isEmpty() ? List.of() : List.of(names.split("\\|")),
                new KnownEntity.Counts(
                        row.get("articles", Integer.class),
                        row.get("statements", Integer.class),
                        row.get("commitments", Integer.class)),
                row.get("recorded_from", Instant.class));
    }
}
