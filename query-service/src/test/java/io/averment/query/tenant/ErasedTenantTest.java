package io.averment.query.tenant;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.projection.Applied;
import io.averment.query.rebuild.Rebuild;
import io.averment.query.record.Effect;
import io.averment.query.record.Tenant;
import io.averment.query.server.RecordSchemas;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantRows;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is erased stays so, whatever comes late: messages that waited on Kafka, dead letters sent again, a rebuild, a change under way. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ErasedTenantTest {
    private static final String LONG_AGO = "2019-03-20T10:00:00Z";
    private static final String IN_FAR_FUTURE = "2999-03-20T10:00:00Z";

    @Inject
    Applied applied;

    @Inject
    Rebuild rebuild;

    @Inject
    Flyway flyway;

    private final Tenant tenant = new Tenant("late-" + UUID.randomUUID());
    private final Report report = Report.unique();

    @BeforeEach
    @AfterEach
    void dropPrevious() throws SQLException {
        rebuild.drop();
    }

    @AfterEach
    void eraseAgain() throws SQLException {
        erase();
    }

    private static SampleMessage message(Report report, Tenant of, String acceptedAt) {
        return report.message(of.name())
                .with(body -> body.put("firstAcceptedAt", LONG_AGO)
                        .put("recordMonth", "2019-03")
                        .put("acceptedAt", acceptedAt));
    }

    private Effect applyOld(Report of) {
        return applied.apply(message(of, tenant, LONG_AGO));
    }

    private Effect applyNew() {
        return applied.apply(message(report, tenant, IN_FAR_FUTURE));
    }

    private Effect withdraw(String withdrawnAt) {
        return applied.withdraw(new WithdrawalMessage(tenant.name(), report.article(), 1)
                .with("firstAcceptedAt", LONG_AGO)
                .with("recordMonth", "2019-03")
                .with("withdrawnAt", withdrawnAt));
    }

    private long erase() throws SQLException {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            return new TenantErasure(owner).erase(tenant, "ann", line -> {});
        }
    }

    private List<String> held() {
        return TenantTables.IN_ORDER.stream()
                .filter(table -> !RecordSchemas.rows(
                                "select 1 from " + table + " where tenant = '" + tenant.name() + "' limit 1")
                        .isEmpty())
                .toList();
    }

    @Test
    void letsNothingInThatWasAcceptedBefore() throws SQLException {
        assertEquals(Effect.OPENED, applyOld(report));
        erase();

        assertEquals(Effect.ERASED, applyOld(report));
        assertEquals(Effect.ERASED, applyOld(Report.unique()));
        assertEquals(Effect.ERASED, withdraw(LONG_AGO));
        assertEquals(List.of(), held());
    }

    @Test
    void isNotBroughtBackByRebuild() throws SQLException {
        applyOld(report);
        erase();

        rebuild.run(line -> {});

        assertEquals(List.of(), held());
    }

    @Test
    void leavesOtherTenantsMessages() throws SQLException {
        erase();

        assertEquals(
                Effect.OPENED,
                applied.apply(message(Report.unique(), new Tenant("other-" + UUID.randomUUID()), LONG_AGO)));
    }

    @Test
    void beginsAnewWithWhatIsAcceptedAfterwards() throws SQLException {
        applyOld(report);
        erase();

        assertEquals(Effect.OPENED, applyNew());
        assertEquals(Effect.APPLIED, withdraw(IN_FAR_FUTURE));
        assertEquals(Effect.ERASED, applyOld(Report.unique()));
    }

    @Test
    void letsNothingInWhileItIsNotEnded() throws SQLException {
        applyOld(report);
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> new TenantErasure(owner).erase(tenant, "ann", line -> {
                        throw new IllegalStateException(line);
                    }));
        }

        assertEquals(Effect.ERASED, applyNew());
        erase();
        assertEquals(List.of(), held());
        assertEquals(Effect.OPENED, applyNew());
    }

    /** A change that began before has not seen that the tenant is being erased; what it writes goes too. */
    @Test
    void waitsForChangesUnderWay() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection change = RecordSchemas.superuser();
                Statement statement = change.createStatement()) {
            change.setAutoCommit(false);
            statement.execute("set search_path = record, public");
            statement.execute("select pg_advisory_xact_lock_shared(" + TenantTransactions.RECORD_LOCK + ")");
            statement.execute(TenantRows.insert("story", tenant.name()));

            Future<Long> erased = threads.submit(this::erase);
            await().atMost(Duration.ofSeconds(20)).until(ErasedTenantTest::isWaitedFor);
            change.commit();

            assertEquals(1, erased.get());
        }
        assertEquals(List.of(), held());
    }

    private static boolean isWaitedFor() {
        return RecordSchemas.rows("select 1 from pg_locks where locktype = 'advisory' and not granted"
                        + " and mode = 'ExclusiveLock' and (cast(cast(classid as text) as bigint) << 32)"
                        + " + cast(cast(objid as text) as bigint) = " + TenantTransactions.RECORD_LOCK)
                .equals(List.of("1"));
    }
}
