package io.averment.query.audit;

import io.averment.query.reading.Conditions;
import io.averment.query.reading.Cursor;
import io.averment.query.reading.FactList;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The audit log in the database. It is only ever added to. Thread-safe. */
@ApplicationScoped
class AuditStore implements AuditStorage {
    private static final String INSERT = """
            insert into audit (tenant, record_month, at, subject, client, method, operation, path, parameters, items, status)
            select :tenant, month, at, subject, client, method, operation, path, cast(parameters as jsonb), items, status
            from unnest(cast(:months as date[]), cast(:instants as timestamptz[]), cast(:subjects as text[]),
                    cast(:clients as text[]), cast(:methods as text[]), cast(:operations as text[]), cast(:paths as text[]),
                    cast(:parameters as text[]), cast(:items as integer[]), cast(:statuses as integer[]))
                with ordinality as entry(month, at, subject, client, method, operation, path, parameters, items, status, place)
            order by place
            """;

    private static final ArticleId NO_ARTICLE = new ArticleId(new UUID(0, 0));

    private final TenantTransactions transactions;
    private final EntityManager entities;
    private final FactJson json;

    AuditStore(TenantTransactions transactions, EntityManager entities, FactJson json) {
        this.transactions = transactions;
        this.entities = entities;
        this.json = json;
    }

    @Override
    public void add(Tenant tenant, List<AuditEntry> entries) {
        transactions.append(tenant, () -> insert(tenant, entries));
    }

    /** A page of entries, the last written first. */
    FactList.Page<AuditItem> list(ListRequest request) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant());
        parameters.text("subject").ifPresent(name -> conditions.add("f.subject = :subject", "subject", name));
        parameters.text("client").ifPresent(name -> conditions.add("f.client = :client", "client", name));
        parameters.text("operation").ifPresent(name -> conditions.add("f.operation = :operation", "operation", name));
        parameters.number("status", 100, 599).ifPresent(code -> conditions.add("f.status = :status", "status", code));
        parameters.instant("from").ifPresent(instant -> conditions.add("f.at >= :from", "from", instant));
        parameters.instant("to").ifPresent(instant -> conditions.add("f.at < :to", "to", instant));
        request.after().ifPresent(cursor -> conditions.add("f.number < :before", "before", cursor.key()));
        return transactions.read(request.tenant(), () -> page(request, conditions));
    }

    private FactList.Page<AuditItem> page(ListRequest request, Conditions conditions) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select f.number, f.at, f.subject, f.client, f.method, f.operation, f.path,"
                                + " cast(f.parameters as text) as parameters, f.items, f.status from audit f where "
                                + conditions.sql() + " order by f.number desc limit :rows",
                        Tuple.class);
        query.addScalar("number", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("subject", String.class)
                .addScalar("client", String.class)
                .addScalar("method", String.class)
                .addScalar("operation", String.class)
                .addScalar("path", String.class)
                .addScalar("parameters", String.class)
                .addScalar("items", Integer.class)
                .addScalar("status", Integer.class);
        conditions.bind(query);
        List<Tuple> rows = query.setParameter("rows", request.limit() + 1).getResultList();
        int count = Math.min(rows.size(), request.limit());
        List<AuditItem> items = rows.subList(0, count).stream().map(this::item).toList();
        String next = rows.size() > count
                ? new Cursor(Cursor.Kind.LISTED, rows.get(count - 1).get("number", Long.class), NO_ARTICLE, 0)
                        .encode(request.fingerprint())
                : null;
        return new FactList.Page<>(items, next, null);
    }

    @SuppressWarnings("unchecked") // what was written as a map of strings
    private AuditItem item(Tuple row) {
        return new AuditItem(
                row.get("at", Instant.class),
                row.get("subject", String.class),
                row.get("client", String.class),
                row.get("method", String.class),
                row.get("operation", String.class),
                row.get("path", String.class),
                json.read(row.get("parameters", String.class), Map.class),
                row.get("items", Integer.class),
                row.get("status", Integer.class));
    }

    private int insert(Tenant tenant, List<AuditEntry> entries) {
        Query insert = entities.createNativeQuery(INSERT).setParameter("tenant", tenant.name());
        bind(insert, "months", entries, entry -> RecordMonth.of(entry.at()).firstDay());
        bind(insert, "instants", entries, AuditEntry::at);
        bind(insert, "subjects", entries, AuditEntry::subject);
        bind(insert, "clients", entries, AuditEntry::client);
        bind(insert, "methods", entries, AuditEntry::method);
        bind(insert, "operations", entries, AuditEntry::operation);
        bind(insert, "paths", entries, AuditEntry::path);
        bind(insert, "parameters", entries, entry -> json.write(entry.parameters()));
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
