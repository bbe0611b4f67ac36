package io.averment.ingest.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class MigrationTest {
    private static final String HISTORY = "migration_test_history";
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(100);
    private static final MigrationRoles ROLES = new MigrationRoles("ingest_owner", "ingest_service");

    @Inject
    Flyway flyway;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String servicePassword;

    @ConfigProperty(name = "averment.migration.password")
    String ownersPassword;

    @TempDir
    Path migrations;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Flyway of, MigrationRoles roles, boolean dryRun) {
        out.reset();
        err.reset();
        return new Migration(
                        of,
                        roles,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(dryRun);
    }

    /** Migrations of the test's own beside those of the service, with a history of their own. */
    private Flyway own(String user, String password) {
        return own(url, user, password);
    }

    private Flyway own(String address, String user, String password) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(address, user, password)
                .locations("filesystem:" + migrations)
                .defaultSchema("public")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0");
        MigrationConnections.apply(configuration, LOCK_TIMEOUT);
        return configuration.load();
    }

    private Flyway own() {
        return own(ROLES.owner(), ownersPassword);
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
    }

    @AfterEach
    void forgetHistory() throws SQLException {
        try (var connection = DriverManager.getConnection(url, ROLES.owner(), ownersPassword);
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists public." + HISTORY);
            statement.execute("drop table if exists public.migration_test_boats");
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void doesNothingTwice() {
        String standing =
                "The database is at version " + flyway.info().current().getVersion() + ".\n";

        assertEquals(Migration.DONE, run(flyway, ROLES, false));
        assertEquals(standing, said());
        assertEquals(Migration.DONE, run(flyway, ROLES, true));
        assertEquals(standing, said());
        assertEquals("", complained());
    }

    @Test
    void saysWhatIsPendingAndThenWhatWasApplied() throws IOException {
        write("V1__first_table.sql", "select 1;");
        write("V2__second.sql", "select 2;");
        assertEquals(Migration.PENDING, run(own(), ROLES, true));
        assertEquals("pending  1  first table\npending  2  second\nThe database is empty.\n", said());
        // Nothing has changed.
        assertEquals(Migration.PENDING, run(own(), ROLES, true));

        assertEquals(Migration.DONE, run(own(), ROLES, false));
        assertTrue(
                said().startsWith("applied  1  first table\napplied  2  second\nThe database is at version 2.\n"),
                said());
        assertEquals(Migration.DONE, run(own(), ROLES, true));
        assertEquals("The database is at version 2.\n", said());
        assertEquals("", complained());
    }

    /** By the service's own configuration, as after a downgrade. */
    @Test
    void leavesMigrationsOfNewerVersionAlone() throws SQLException {
        String known = String.valueOf(flyway.info().current().getVersion());
        try (var connection = DriverManager.getConnection(url, ROLES.owner(), ownersPassword);
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into public.flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success) values (9999, '9999', 'newer', 'SQL', 'V9999__newer.sql', 'ann', 1, true)");
            try {
                assertEquals(Migration.DONE, run(flyway, ROLES, false));
                assertTrue(
                        said().startsWith(
                                        "The database is at version 9999, newer than this executable, which knows version "
                                                + known + ".\n"),
                        said());
                assertEquals("", complained());
            } finally {
                statement.execute("delete from public.flyway_schema_history where version = '9999'");
            }
        }
    }

    @Test
    void saysThatDatabaseIsNewer() throws IOException {
        write("V1__first.sql", "select 1;");
        write("V2__second.sql", "select 2;");
        run(own(), ROLES, false);
        Files.delete(migrations.resolve("V2__second.sql"));

        assertEquals(Migration.DONE, run(own(), ROLES, true));
        assertEquals("The database is at version 2, newer than this executable, which knows version 1.\n", said());

        // As after a downgrade, whose version's migrations are run again.
        assertEquals(Migration.DONE, run(own(), ROLES, false));
        assertTrue(
                said().startsWith("The database is at version 2, newer than this executable, which knows version 1.\n"),
                said());
        assertEquals("", complained());
    }

    @Test
    void leavesOutMigrationThatFails() throws IOException {
        write("V1__first.sql", "select 1;");
        write("V2__second.sql", "select broken;");

        assertEquals(Migration.FAILED, run(own(), ROLES, false));
        assertTrue(complained().startsWith("Not migrated: "), complained());
        assertTrue(complained().contains("V2__second.sql"), complained());
        assertEquals(Migration.PENDING, run(own(), ROLES, true));
        assertEquals("pending  2  second\nThe database is at version 1.\n", said());
    }

    @Test
    void refusesChangedMigration() throws IOException {
        write("V1__first.sql", "select 1;");
        run(own(), ROLES, false);
        write("V1__first.sql", "select 2;");

        assertEquals(Migration.FAILED, run(own(), ROLES, false));
        assertTrue(complained().contains("checksum mismatch for migration version 1"), complained());
    }

    @Test
    void printsNoValueOfRow() throws IOException {
        write("V1__boats.sql", "create table public.migration_test_boats (name text)");
        write("V2__two.sql", "insert into public.migration_test_boats values ('Marigold'), ('Marigold')");
        write("V3__names.sql", "alter table public.migration_test_boats add constraint boat_name unique (name)");
        assertEquals(Migration.FAILED, run(own(), ROLES, false));
        assertTrue(complained().contains("could not create unique index \"boat_name\""), complained());
        assertFalse(complained().contains("Marigold"), complained());

        write("V3__names.sql", "alter table public.migration_test_boats alter column name type int using name::int");
        assertEquals(Migration.FAILED, run(own(), ROLES, false));
        assertTrue(complained().contains("left out, since it may repeat what stands in rows"), complained());
        assertTrue(complained().contains("V3__names.sql"), complained());
        assertFalse(complained().contains("Marigold"), complained());
    }

    @Test
    void givesUpWaitingForLock() throws IOException, SQLException {
        write("V1__boats.sql", "create table public.migration_test_boats (name text)");
        assertEquals(Migration.DONE, run(own(), ROLES, false));
        write("V2__masts.sql", "alter table public.migration_test_boats add column masts int");
        try (var reader = DriverManager.getConnection(url, ROLES.owner(), ownersPassword);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table public.migration_test_boats in access share mode");
            assertEquals(Migration.FAILED, run(own(), ROLES, false));
            assertTrue(complained().contains("canceling statement due to lock timeout"), complained());
            assertTrue(
                    complained()
                            .endsWith(
                                    "\nAnother session holds a lock that it needs. Repeat it when that one is done.\n"),
                    complained());
            reader.rollback();
        }
        assertEquals(Migration.DONE, run(own(), ROLES, false));
    }

    /** The address with a parameter more. */
    private String with(String parameter) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    @Test
    void givesUpWaitingForLockWhateverTheAddressSays() throws IOException, SQLException {
        String address = with("options=-c%20lock_timeout%3D0");
        write("V1__boats.sql", "create table public.migration_test_boats (name text)");
        assertEquals(Migration.DONE, run(own(address, ROLES.owner(), ownersPassword), ROLES, false));
        write("V2__masts.sql", "alter table public.migration_test_boats add column masts int");
        try (var reader = DriverManager.getConnection(url, ROLES.owner(), ownersPassword);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table public.migration_test_boats in access share mode");
            assertEquals(Migration.FAILED, run(own(address, ROLES.owner(), ownersPassword), ROLES, false));
            assertTrue(complained().contains("canceling statement due to lock timeout"), complained());
            reader.rollback();
        }
    }

    @Test
    void refusesAddressThatLetsErrorsRepeatRows() {
        String address = with("logServerErrorDetail=true");
        assertEquals(Migration.FAILED, run(own(address, ROLES.owner(), ownersPassword), ROLES, false));
        assertEquals(
                "Not migrated: the address of the database has logServerErrorDetail, which would print what stands in rows."
                        + " Take it out.\n",
                complained());
        assertEquals("", said());
    }

    /** The service's own Flyway, whose connections Quarkus makes. */
    @Test
    void opensConnectionsWithTheirOwnSettings() throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_user")) {
            rows.next();
            assertEquals("ingest_owner", rows.getString(1));
        }
        assertEquals("set lock_timeout = 15000", flyway.getConfiguration().getInitSql());
        assertEquals("false", flyway.getConfiguration().getJdbcProperties().get("logServerErrorDetail"));
    }

    @Test
    void refusesServicesRole() {
        assertEquals(Migration.FAILED, run(own(ROLES.service(), servicePassword), ROLES, false));
        assertEquals(
                "Not migrated: the role ingest_service may not create tables. Migrations run as the owner, not as the service.\n",
                complained());
        assertEquals("", said());
    }

    @Test
    void refusesDatabaseWithoutServicesRole() {
        assertEquals(Migration.FAILED, run(own(), new MigrationRoles("ingest_owner", "nobody"), false));
        assertEquals(
                "Not migrated: there is no role nobody in the database. Create it first; the tables are granted to it.\n",
                complained());
    }

    @Test
    void saysWhyThereIsNoDatabase() {
        Flyway away = Flyway.configure()
                .dataSource("jdbc:postgresql://127.0.0.1:1/ingest", "x", "y")
                .load();
        assertEquals(Migration.FAILED, run(away, ROLES, true));
        assertEquals("Not migrated: the database cannot be reached (state 08001).\n", complained());

        assertEquals(Migration.FAILED, run(own(ROLES.owner(), "wrong"), ROLES, true));
        assertEquals("Not migrated: the database does not take the owner's name and password.\n", complained());
    }

    /** As in production, where only the command migrates: otherwise the service would not start. */
    @Test
    void needsNoAddressOfAnOwner() {
        FluentConfiguration configuration = Flyway.configure();

        MigrationConnections.apply(configuration, Duration.ofSeconds(1));

        assertNull(configuration.getDataSource());
    }
}
