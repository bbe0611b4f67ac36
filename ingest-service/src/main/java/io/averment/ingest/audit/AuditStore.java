package io.averment.ingest.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The audit log in the database. It is only ever added to. Thread-safe. */
@ApplicationScoped
class AuditStore implements AuditStorage {
    private static final String INSERT = """
            insert into audit (tenant, month, at, subject, client, method, operation, path, parameters, items, status)
            select :tenant, month, at, subject, client, method, operation, path, cast(parameters as jsonb), items, status
            from unnest(cast(:months as date[]), cast(:instants as timestamptz[]), cast(:subjects as text[]),
                    cast(:clients as text[]), cast(:methods as text[]), cast(:operations as text[]), cast(:paths as text[]),
                    cast(:parameters as text[]), cast(:items as integer[]), cast(:statuses as integer[]))
                with ordinality as entry(month, at, subject, client, method, operation, path, parameters, items, status, place)
            order by place
            """;

    private static final String SELECT = """
            select number, at, subject, client, method, operation, path, cast(parameters as text) as parameters, items, status
            from audit where tenant = :tenant and number < :before
            """;

    private final RowSecurity rows;
    private final EntityManager entities;
    private final ObjectMapper mapper;

    AuditStore(RowSecurity rows, EntityManager entities, ObjectMapper mapper) {
        this.rows = rows;
        this.entities = entities;
        this.mapper = mapper;
    }

    /**
     * What a page shows.
     *
     * @param before only entries with a smaller number
     */
    record Wanted(
            @Nullable String subject,
            @Nullable String client,
            @Nullable String operation,
            @Nullable Integer status,
            @Nullable Instant from,
            @Nullable Instant to,
            long before,
            int limit) {}

    /** An entry with its number, by which lists are ordered. */
    record Numbered(long number, AuditItem item) {}

    @Override
    public void add(Tenant tenant, List<AuditEntry> entries) {
        rows.asTenant(tenant, () -> insert(tenant, entries));
    }

    /** The entries written last, and one more than the limit when there is one. */
    List<Numbered> list(Tenant tenant, Wanted wanted) {
        return rows.asTenant(tenant, () -> select(tenant, wanted));
    }

    private List<Numbered> select(Tenant tenant, Wanted wanted) {
        List<String> terms = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        add(terms, values, "subject = :subject", "subject", wanted.subject());
        add(terms, values, "client = :client", "client", wanted.client());
        add(terms, values, "operation = :operation", "operation", wanted.operation());
        add(terms, values, "status = :status", "status", wanted.status());
        add(terms, values, "at >= :from", "from", wanted.from());
        add(terms, values, "at < :to", "to", wanted.to());
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(SELECT + String.join("", terms) + " order by number desc limit :rows", Tuple.class)
                .addScalar("number", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("subject", String.class)
                .addScalar("client", String.class)
                .addScalar("method", String.class)
                .addScalar("operation", String.class)
                .addScalar("path", String.class)
                .addScalar("parameters", String.class)
                .addScalar("items", Integer.class)
                .addScalar("status", Integer.class)
                .setParameter("tenant", tenant.name())
                .setParameter("before", wanted.before())
                .setParameter("rows", wanted.limit() + 1);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(this::numbered).toList();
    }

    private static void add(
            List<String> terms, Map<String, Object> values, String term, String name, @Nullable Object value) {
        if (value != null) {
            terms.add(" and " + term);
            values.put(name, value);
        }
    }

    private Numbered numbered(Tuple row) {
        return new Numbered(
                row.get("number", Long.class),
                new AuditItem(
                        row.get("at", Instant.class),
                        row.get("subject", String.class),
                        row.get("client", String.class),
                        row.get("method", String.class),
                        row.get("operation", String.class),
                        row.get("path", String.class),
                        parameters(row.get("parameters", String.class)),
                        row.get("items", Integer.class),
                        row.get("status", Integer.class)));
    }

    private String json(Map<String, String> parameters) {
        try {
            return mapper.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings can be written", e);
        }
    }

    private Map<String, String> parameters(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as a map of strings is one", e);
        }
    }

    private int insert(Tenant tenant, List<AuditEntry> entries) {
        Query insert = entities.createNativeQuery(INSERT).setParameter("tenant", tenant.name());
        bind(
                insert,
                "months",
                entries,
                entry -> entry.at().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
        bind(insert, "instants", entries, AuditEntry::at);
        bind(insert, "subjects", entries, AuditEntry::subject);
        bind(insert, "clients", entries, AuditEntry::client);
        bind(insert, "methods", entries, AuditEntry::method);
        bind(insert, "operations", entries, AuditEntry::operation);
        bind(insert, "paths", entries, AuditEntry::path);
        bind(insert, "parameters", entries, entry -> json(entry.parameters()));
        bind(insert, "items", entries, AuditEntry::items);
        bind(insert, "statuses", entries, AuditEntry::status);
        return insert.executeUpdate();
    }

    /** Arrays travel as text, which one cast makes of their type again; null stays null. */
    private static void bind(Query insert, String name, List<AuditEntry> entries, Function<AuditEntry, ?> value) {
        insert.setParameter(
                name,
                entries.stream()
                        .map(entry -> {
                            Object part = value.apply(entry);
                            return part == null ? null : part.toString();
                        })
                        .toArray(String[]::new));
    }
}
