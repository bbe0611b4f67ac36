package io.averment.ingest.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.WithoutRelay;
import io.averment.ingest.article.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Everything of a tenant goes, and nothing of others. Rows are put in, and counted, by a superuser. */
@QuarkusTest
@TestProfile(WithoutRelay.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class TenantErasureTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Inject
    DataSource services;

    @Inject
    Flyway flyway;

    private final Tenant tenant = new Tenant("erased-" + UUID.randomUUID());
    private final Tenant other = new Tenant("other-" + UUID.randomUUID());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** No other test meets rows that nobody could have made. */
    @AfterEach
    void deleteWhatIsLeft() throws SQLException {
        for (String table : TenantTables.IN_ORDER) {
            execute("delete from " + table + " where tenant in ('" + tenant.name() + "', '" + other.name() + "')");
        }
    }

    private Connection superuser() throws SQLException {
        Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = public");
        }
        return connection;
    }

    private Connection owner() throws SQLException {
        return flyway.getConfiguration().getDataSource().getConnection();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }

    /** A row in every table, and of the audit log another in the partition of months that have none; gives how many. */
    private int fill(Tenant of) throws SQLException {
        String article = UUID.randomUUID().toString();
        List<String> inserts = List.of(
                "article values ('T', 'A', '2026-11', now(), 'text', 'o', 'v', 1, 'f')",
                "revision (tenant, article_id, number, outlet, headline, body, lane, accepted_at)"
                        + " values ('T', 'A', 1, 'o', 'Fög', 'It is.', 'live', now())",
                "withdrawal values ('T', 'A', 1, 'LIFTED', 1, 'OTHER', null, 'x', now())",
                "outbox (tenant, article_id, revision, lane, topic, event_type, event_id, created_at, payload, payload_size)"
                        + " values ('T', 'A', 1, 'live', 'erasure-test', 't', 'e', now(), '{}', 2)",
                "text_sample values ('T', 'A', now(), null, 1, '{1}')",
                "text_sample_key values ('T', 1, now(), 'A')",
                "idempotent_request (tenant, key, fingerprint, holder, held_until, expires_at)"
                        + " values ('T', 'k', 'f', gen_random_uuid(), now(), now())",
                "request_allowance values ('T', md5(''), now(), 1, 1)",
                "audit (tenant, month, at, subject, client, method, path, parameters, status)"
                        + " values ('T', '2026-11-01', now(), 's', 'c', 'GET', '/', '{}', 200),"
                        + " ('T', '1999-01-01', now(), 's', 'c', 'GET', '/', '{}', 200)");
        for (String insert : inserts) {
            execute("insert into "
                    + insert.replace("'T'", "'" + of.name() + "'").replace("'A'", "'" + article + "'"));
        }
        return inserts.size() + 1;
    }

    private Map<String, String> counts(Tenant of) throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        for (String table : TenantTables.IN_ORDER) {
            counts.put(
                    table,
                    rows("select count(*) from " + table + " where tenant = '" + of.name() + "'")
                            .getFirst());
        }
        return counts;
    }

    private List<String> erasures() throws SQLException {
        return rows("select erased_by || ' ' || rows_erased || ' ' || (ended_at is not null) from tenant_erasure"
                + " where erased_tenant = '" + tenant.name() + "' order by number");
    }

    private int carryOut(DataSource as, String typed, String... words) {
        out.reset();
        err.reset();
        return new TenantOffice(
                        as,
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .carryOut(TenantOrder.of(List.of(words)).orElseThrow(), "ann");
    }

    private int carryOut(String typed, String... words) {
        return carryOut(flyway.getConfiguration().getDataSource(), typed, words);
    }

    private static long erase(Connection owner, Tenant tenant, List<String> progress) throws SQLException {
        return new TenantErasure(owner, TenantTables.IN_ORDER, 1).erase(tenant, "ann", progress::add);
    }

    @Test
    void erasesEverythingOfTenantAndNothingOfOthers() throws SQLException {
        int filled = fill(tenant);
        fill(other);
        Map<String, String> others = counts(other);
        assertEquals(
                TenantTables.IN_ORDER.size(),
                counts(tenant).values().stream().filter(n -> !n.equals("0")).count());
        List<String> progress = new ArrayList<>();

        try (Connection owner = owner()) {
            assertEquals(filled, erase(owner, tenant, progress));
        }

        assertEquals(List.of("0"), counts(tenant).values().stream().distinct().toList());
        assertEquals(others, counts(other));
        assertEquals(List.of("ann " + filled + " true"), erasures());
        assertEquals(
                TenantTables.IN_ORDER,
                progress.stream()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws SQLException {
        int filled = fill(tenant);
        try (Connection owner = owner()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> new TenantErasure(owner).erase(tenant, "ann", line -> {
                        throw new IllegalStateException(line);
                    }));
        }
        String first = rows("select rows_erased from tenant_erasure where erased_tenant = '" + tenant.name() + "'")
                .getFirst();
        assertNotEquals("0", first);
        assertEquals(List.of("ann " + first + " false"), erasures());

        try (Connection owner = owner()) {
            assertEquals(filled, new TenantErasure(owner).erase(tenant, "bob", line -> {}));
        }
        assertEquals(List.of("bob " + filled + " true"), erasures());
        assertEquals(List.of("0"), counts(tenant).values().stream().distinct().toList());
    }

    @Test
    void erasesNothingTwice() throws SQLException {
        try (Connection owner = owner()) {
            assertEquals(0, erase(owner, tenant, new ArrayList<>()));
            fill(tenant);
            assertTrue(erase(owner, tenant, new ArrayList<>()) > 0);
            assertEquals(0, erase(owner, tenant, new ArrayList<>()));
        }
        assertEquals(3, erasures().size());
    }

    /** A table that is new and not in the list is found here. */
    @Test
    void knowsEveryTableOfTenants() throws SQLException {
        assertEquals(
                new TreeSet<>(rows("select table_schema || '.' || c.table_name from information_schema.columns c"
                        + " join pg_class p on p.oid = (table_schema || '.' || c.table_name)::regclass"
                        + " where column_name = 'tenant' and p.relkind in ('r', 'p') and not p.relispartition"
                        + " and table_schema not in ('record_before', 'record_next')")),
                new TreeSet<>(TenantTables.IN_ORDER));
    }

    /** Else each transaction would read past all that is gone already. */
    @Test
    void findsRowsOfTenantByAnIndexInEveryTable() throws SQLException {
        List<String> without = new ArrayList<>();
        for (String table : TenantTables.IN_ORDER) {
            if (rows("select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]"
                            + " where i.indrelid = '" + table
                            + "'::regclass and a.attname = 'tenant' and i.indpred is null")
                    .isEmpty()) {
                without.add(table);
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void refusesTablesThatItDoesNotKnow() throws SQLException {
        List<String> fewer = TenantTables.IN_ORDER.subList(1, TenantTables.IN_ORDER.size());
        List<String> more = new ArrayList<>(TenantTables.IN_ORDER);
        more.add("public.unheard_of");
        fill(tenant);
        Map<String, String> before = counts(tenant);
        try (Connection owner = owner()) {
            assertEquals(
                    "this version does not know the tables " + TenantTables.IN_ORDER.getFirst(),
                    assertThrows(
                                    ErasureRefusedException.class,
                                    () -> new TenantErasure(owner, fewer, 1).erase(tenant, "ann", line -> {}))
                            .getMessage());
            assertEquals(
                    "the database has no tables public.unheard_of; migrate it first",
                    assertThrows(
                                    ErasureRefusedException.class,
                                    () -> new TenantErasure(owner, more, 1).erase(tenant, "ann", line -> {}))
                            .getMessage());
        }
        assertEquals(before, counts(tenant));
        assertEquals(List.of(), erasures());
    }

    @Test
    void refusesWhileAnotherIsUnderWay() throws SQLException {
        try (Connection rival = superuser();
                Statement statement = rival.createStatement();
                Connection owner = owner()) {
            statement.execute("select pg_advisory_lock(" + TenantTables.LOCK + ")");

            assertThrows(ErasureRefusedException.class, () -> erase(owner, tenant, new ArrayList<>()));
            statement.execute("select pg_advisory_unlock(" + TenantTables.LOCK + ")");
            assertEquals(0, erase(owner, tenant, new ArrayList<>()));
        }
    }

    @Test
    void refusesWithoutNamedTenant() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> statement.execute("select erase_tenant_rows('public.audit', 1)"));
            assertEquals("42501", refused.getSQLState());
            refused = assertThrows(
                    SQLException.class, () -> statement.execute("select count_tenant_rows('public.audit')"));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void asksForTheNameBeforeItErases() throws SQLException {
        fill(tenant);
        Map<String, String> before = counts(tenant);

        assertEquals(1, carryOut("", "tenant", "erase", tenant.name()));
        assertEquals(1, carryOut(other.name() + "\n", "tenant", "erase", tenant.name()));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("This erases " + tenant.name() + ": 1 articles, "));
        assertTrue(err.toString(StandardCharsets.UTF_8)
                .endsWith("Not done: the name was not typed; --yes does without.\n"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertEquals(before, counts(tenant));
        assertEquals(List.of(), erasures());

        int filled = before.values().stream().mapToInt(Integer::parseInt).sum();
        assertEquals(0, carryOut(tenant.name() + "\n", "tenant", "erase", tenant.name()));
        assertEquals("erased " + tenant.name() + ": " + filled + " rows\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(0, carryOut("", "tenant", "erase", tenant.name(), "--yes"));
        assertEquals("erased " + tenant.name() + ": 0 rows\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWhatItWouldErase() throws SQLException {
        assertEquals(0, carryOut("", "tenant", "erase", tenant.name(), "--dry-run"));
        assertEquals("would erase " + tenant.name() + ": 0 rows\n", out.toString(StandardCharsets.UTF_8));

        int filled = fill(tenant);
        fill(other);
        Map<String, String> before = counts(tenant);
        assertEquals(3, carryOut("", "tenant", "erase", tenant.name(), "--dry-run"));

        List<String> told = new ArrayList<>();
        TenantTables.IN_ORDER.forEach(table -> told.add(table + ": " + before.get(table) + " rows"));
        told.add("would erase " + tenant.name() + ": " + filled + " rows");
        assertEquals(told, out.toString(StandardCharsets.UTF_8).lines().toList());
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(before, counts(tenant));
        assertEquals(List.of(), erasures());
    }

    @Test
    void refusesServicesRole() throws SQLException {
        fill(tenant);
        Map<String, String> before = counts(tenant);

        assertEquals(1, carryOut(services, "", "tenant", "erase", tenant.name(), "--yes"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8)
                        .startsWith("Not done: the role ingest_service does not own the tables"),
                err.toString(StandardCharsets.UTF_8));
        assertEquals(before, counts(tenant));
    }

    @Test
    void listsTenantsAndErasures() throws SQLException {
        fill(tenant);
        fill(other);
        try (Connection owner = owner()) {
            erase(owner, tenant, new ArrayList<>());
        }

        assertEquals(0, carryOut("", "tenant", "list"));
        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                told.lines().anyMatch(line -> line.startsWith(other.name() + ": 1 articles, 10 bytes, from 20")), told);
        assertTrue(told.lines().noneMatch(line -> line.startsWith(tenant.name())), told);
        assertTrue(told.lines().anyMatch(line -> line.startsWith("erased " + tenant.name() + ": ")), told);
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void understandsItsForms() {
        assertEquals(Optional.of(new TenantOrder.Listing()), TenantOrder.of(List.of("tenant", "list")));
        assertEquals(
                Optional.of(new TenantOrder.Erasure(new Tenant("harbour"), false)),
                TenantOrder.of(List.of("tenant", "erase", "harbour")));
        assertEquals(
                Optional.of(new TenantOrder.Erasure(new Tenant("harbour"), true)),
                TenantOrder.of(List.of("tenant", "erase", "harbour", "--yes")));
        assertEquals(
                Optional.of(new TenantOrder.Counting(new Tenant("harbour"))),
                TenantOrder.of(List.of("tenant", "erase", "harbour", "--dry-run")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant",
                "tenant erase",
                "tenant erase --yes",
                "tenant erase Harbour",
                "tenant erase harbour --force",
                "tenant erase harbour --yes --yes",
                "tenant erase harbour --yes --dry-run",
                "tenant erase harbour --dry-run --yes",
                "tenant erase --dry-run",
                "tenant erase Harbour --dry-run",
                "erase tenant harbour",
                "tenant list harbour",
                "tenant lists"
            })
    void understandsNothingElse(String words) {
        assertEquals(Optional.empty(), TenantOrder.of(List.of(words.split(" "))));
    }

    @Test
    void saysWhichPasswordIsWrong() {
        PGSimpleDataSource wrong = new PGSimpleDataSource();
        wrong.setUrl(database);
        wrong.setUser("ingest_owner");
        wrong.setPassword("wrong");

        assertEquals(1, carryOut(wrong, "", "tenant", "list"));
        assertEquals(
                "Failed: the database does not take the name and password in AVERMENT_MIGRATION_USERNAME and"
                        + " AVERMENT_MIGRATION_PASSWORD (state 28P01).\n",
                err.toString(StandardCharsets.UTF_8));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }
}
