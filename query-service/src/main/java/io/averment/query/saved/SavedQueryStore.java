package io.averment.query.saved;

import io.averment.query.reading.Conditions;
import io.averment.query.reading.Cursor;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.Order;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.storage.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The saved queries in the database, within the caller's transaction and by the database's clock. Thread-safe. */
@ApplicationScoped
class SavedQueryStore {
    private static final String SELECT =
            "select f.query_id, f.name, f.list, cast(f.parameters as text) as parameters, f.owner, f.revision, f.created_at,"
                    + " f.changed_at from saved_query f where ";
    private static final String ONE = SELECT + "f.tenant = :tenant and f.query_id = :id";

    private final EntityManager entities;
    private final FactJson json;

    SavedQueryStore(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** A page of a tenant's queries, those saved last first. */
    SavedQueryPage list(ListRequest request, Conditions conditions) {
        request.after()
                .ifPresent(cursor -> conditions
                        .add("(f.created_at, f.query_id) < (:at, :after)", "at", Order.NEWEST.value(cursor.key()))
                        .value("after", cursor.article().value()));
        NativeQuery<Tuple> query =
                typed(SELECT + conditions.sql() + " order by f.created_at desc, f.query_id desc limit :rows");
        conditions.bind(query);
        List<SavedQuery> found = query.setParameter("rows", request.limit() + 1).getResultList().stream()
                .map(this::query)
                .toList();
        List<SavedQuery> items = found.subList(0, Math.min(found.size(), request.limit()));
        return new SavedQueryPage(
                items, found.size() > items.size() ? place(items.getLast()).encode(request.fingerprint()) : null);
    }

    private static Cursor place(SavedQuery last) {
        return new Cursor(Cursor.Kind.LISTED, Order.NEWEST.key(last.createdAt()), new ArticleId(last.id()), 0);
    }

    /** One query; empty when the tenant has none of this id. */
    Optional<SavedQuery> find(Tenant tenant, UUID id) {
        return one(tenant, id, ONE);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<SavedQuery> lock(Tenant tenant, UUID id) {
        return one(tenant, id, ONE + " for update");
    }

    private Optional<SavedQuery> one(Tenant tenant, UUID id, String sql) {
        return typed(sql).setParameter("tenant", tenant.name()).setParameter("id", id).getResultList().stream()
                .map(this::query)
                .findFirst();
    }

    /** How many queries there are. */
    record Tally(long ofOwner, long ofTenant) {}

    /** Counts, and lets nobody else of the tenant add one until the transaction ends. */
    Tally countAlone(Tenant tenant, String owner) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", tenant.name() + "/queries")
                .getSingleResult();
        Tuple row = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) filter (where owner = :owner) as of_owner, count(*) as of_tenant from saved_query"
                                + " where tenant = :tenant",
                        Tuple.class)
                .addScalar("of_owner", Long.class)
                .addScalar("of_tenant", Long.class)
                .setParameter("owner", owner)
                .setParameter("tenant", tenant.name())
                .getSingleResult();
        return new Tally(row.get("of_owner", Long.class), row.get("of_tenant", Long.class));
    }

    /** Whether the owner has another query of this name. */
    boolean isTaken(Tenant tenant, String owner, String name, UUID except) {
        return !entities.createNativeQuery(
                        "select 1 from saved_query where tenant = :tenant and owner = :owner and name = :name"
                                + " and query_id <> :id",
                        Integer.class)
                .setParameter("tenant", tenant.name())
                .setParameter("owner", owner)
                .setParameter("name", name)
                .setParameter("id", except)
                .getResultList()
                .isEmpty();
    }

    void insert(Tenant tenant, UUID id, String owner, SavedQueries.Definition definition) {
        entities.createNativeQuery("""
                        insert into saved_query (tenant, query_id, owner, name, list, parameters, created_at, changed_at)
                        values (:tenant, :id, :owner, :name, :list, cast(:parameters as jsonb), clock_timestamp(),
                            clock_timestamp())
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("name", definition.name())
                .setParameter("list", definition.list())
                .setParameter("parameters", json.write(definition.parameters()))
                .executeUpdate();
    }

    void replace(Tenant tenant, UUID id, SavedQueries.Definition definition) {
        entities.createNativeQuery("""
                        update saved_query set name = :name, list = :list, parameters = cast(:parameters as jsonb),
                            revision = revision + 1, changed_at = clock_timestamp()
                        where tenant = :tenant and query_id = :id
                        """)
                .setParameter("name", definition.name())
                .setParameter("list", definition.list())
                .setParameter("parameters", json.write(definition.parameters()))
                .setParameter("tenant", tenant.name())
                .setParameter("id", id)
                .executeUpdate();
    }

    void delete(Tenant tenant, UUID id) {
        entities.createNativeQuery("delete from saved_query where tenant = :tenant and query_id = :id")
                .setParameter("tenant", tenant.name())
                .setParameter("id", id)
                .executeUpdate();
    }

    private NativeQuery<Tuple> typed(String sql) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("query_id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("list", String.class)
                .addScalar("parameters", String.class)
                .addScalar("owner", String.class)
                .addScalar("revision", Integer.class)
                .addScalar("created_at", Instant.class)
                .addScalar("changed_at", Instant.class);
    }

    @SuppressWarnings("unchecked") // what was written as a map of strings
    private SavedQuery query(Tuple row) {
        return SavedQuery.of(
                row.get("query_id", UUID.class),
                new SavedQueries.Definition(
                        row.get("name", String.class),
                        row.get("list", String.class),
                        json.read(row.get("parameters", String.class), Map.class)),
                row.get("owner", String.class),
                row.get("revision", Integer.class),
                row.get("created_at", Instant.class),
                row.get("changed_at", Instant.class));
    }
}
