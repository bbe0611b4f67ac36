package io.averment.query.rebuild;

import static io.averment.query.server.RecordSchemas.rows;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.projection.Applied;
import io.averment.query.record.EntityPortrait.Verdict;
import io.averment.query.record.Tenant;
import io.averment.query.server.RecordSchemas;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.EntityVerdicts;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.ThreadLapses;
import io.averment.query.story.Story;
import io.averment.query.story.StoryAnalyses;
import io.averment.query.story.StoryMessages;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What runs through articles, made again, and what is withdrawn and decided while it is made. In a tenant of its own, of two stories with
 * quotations and commitments.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class RebuildOfStoriesTest {
    private static final Map<String, JsonNode> ANALYSES = StoryAnalyses.read();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Rebuild rebuild;

    @Inject
    RebuildWatch watch;

    @Inject
    MeterRegistry meters;

    @Inject
    Applied applied;

    @Inject
    EntityVerdicts verdicts;

    @Inject
    ThreadLapses lapses;

    private final Story reactor = Story.of("development", "reactor-restart");
    private final Story metro = Story.of("development", "metro-line");
    private final String salt = UUID.randomUUID().toString();
    private final Tenant tenant = new Tenant("t" + salt.substring(0, 8));
    private final String own = "tenant = '" + tenant.name() + "'";

    @BeforeEach
    @AfterEach
    void drop() throws SQLException {
        rebuild.drop();
    }

    private SampleMessage message(Story story, int report) {
        return StoryMessages.message(
                tenant.name(), story, report, salt, Objects.requireNonNull(ANALYSES.get(story.file(report))));
    }

    private void tell() {
        for (Story story : List.of(reactor, metro)) {
            for (int report = 0; report < story.reports().size(); report++) {
                applied.apply(message(story, report));
            }
        }
        applied.apply(message(reactor, 3).version(2, 1));
    }

    private void withdraw(Story story, int report, int through) {
        String accepted = story.reports().get(report).date() + "T06:00:00Z";
        applied.withdraw(new WithdrawalMessage(
                        tenant.name(), UUID.fromString(message(story, report).key()), through)
                .with("firstAcceptedAt", accepted)
                .with("recordMonth", accepted.substring(0, 7)));
    }

    /** Reports that come late, so that stories and threads change their ids, revisions, lapses and decisions. */
    @Test
    void makesTheSameRowsOfThreadsAndStories() throws SQLException {
        for (int report : List.of(3, 1, 4, 0, 2)) {
            applied.apply(message(reactor, report));
        }
        for (int report = metro.reports().size() - 1; report >= 0; report--) {
            applied.apply(message(metro, report));
        }
        applied.apply(message(reactor, 0).version(2, 1));
        applied.apply(message(metro, 2).version(1, 2));
        lapses.lapse(tenant, LocalDate.of(2030, 1, 1));
        decide();

        rebuild.run(line -> {});

        for (String table : RecordSchemas.tables()) {
            assertEquals(List.of(), RecordSchemas.differences("record_before", "record", table, own), table);
        }
        for (String table : List.of("thread", "thread_fact", "thread_key", "story", "story_report", "story_facet")) {
            assertTrue(count("record." + table, " and recorded_to = 'infinity'") > 0, table);
            assertTrue(count("record." + table, " and recorded_to < 'infinity'") > 0, table);
        }
        assertTrue(count("record.lapse", "") > 0);
        assertEquals(1, count("record.entity_verdict", ""));
    }

    private void decide() {
        verdicts.decide(tenant, EntityVerdicts.Act.of("name:a", "name:b", Verdict.SAME, "carl"));
    }

    private int count(String table, String condition) {
        return Integer.parseInt(rows("select count(*) from " + table + " where " + own + condition)
                .getFirst());
    }

    /** The first reports of both stories, with the quotations and commitments that others repeat, and one that is withdrawn step by step. */
    @Test
    void countsWithdrawalThatComesBeforeItsSwapOnce() throws SQLException {
        tell();
        int listed = count("record.story", " and recorded_to = 'infinity'");
        AtomicBoolean withdrawn = new AtomicBoolean();

        rebuild.run(line -> {
            if (withdrawn.compareAndSet(false, line.startsWith("round 1"))) {
                assertTrue(count("record_next.story_report", "") > 0);
                withdraw(reactor, 0, 1);
                withdraw(metro, 0, 1);
                withdraw(reactor, 3, 1);
                withdraw(reactor, 3, 2);
            }
        });

        assertTrue(withdrawn.get());
        assertTrue(listed > 0);
        for (String table : RecordSchemas.tables()) {
            assertEquals(List.of(), RecordSchemas.differences("record_before", "record", table, own), table);
        }
        for (String withdrawnArticle : List.of(
                message(reactor, 0).key(),
                message(metro, 0).key(),
                message(reactor, 3).key())) {
            for (String table : List.of("article", "statement", "thread_fact", "thread_key", "story_report")) {
                assertEquals(0, count("record." + table, " and article_id = '" + withdrawnArticle + "'"), table);
            }
        }
        rebuild.drop();
        rebuild.run(line -> {});
        for (String table : RecordSchemas.tables()) {
            assertEquals(List.of(), RecordSchemas.currentDifferences("record_before", "record", table, own), table);
        }
    }

    /** What is not read by anyone any more keeps nothing of what is withdrawn later, neither of its past nor of what was current. */
    @Test
    void erasesThreadsAndStoriesOfThePreviousRecordToo() throws SQLException {
        tell();
        rebuild.run(line -> {});
        String article = message(reactor, 0).key();
        String told = "exists (select from record_before.story_report r where r.tenant = f.tenant and r.story_id ="
                + " f.story_id and f.facet = any(r.facets))";
        assertTrue(count("record_before.thread_fact", " and article_id = '" + article + "'") > 0);

        withdraw(reactor, 0, 1);

        for (String table :
                List.of("thread_fact", "thread_key", "thread", "story_report", "story_key", "story", "story_facet")) {
            assertEquals(0, count("record_before." + table, " and article_id = '" + article + "'"), table);
        }
        assertEquals(0, count("record_before.story_facet f", " and facet <> 'S' and not " + told));
    }

    @Test
    void leavesNothingBehindWhenItFails() throws SQLException {
        String next = "select cast(to_regnamespace('record_next') is not null as text)";

        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> rebuild.run(line -> {
                    assertEquals(List.of("true"), rows(next));
                    throw new IllegalStateException("told to nobody");
                }));

        assertEquals("told to nobody", failure.getMessage());
        assertEquals(List.of("false"), rows(next));
        assertFalse(rebuild.drop());
    }

    @Test
    void doesNotTakeThePlaceOfRecordThatWasMigratedMeanwhile() throws SQLException {
        try (Connection connection = RecordSchemas.superuser();
                Statement statement = connection.createStatement()) {
            RebuildRefusedException refused = assertThrows(
                    RebuildRefusedException.class,
                    () -> rebuild.run(line -> migrate(statement, "add column if not exists migrated integer")));
            assertTrue(String.valueOf(refused.getMessage()).endsWith("Tables: withdrawal"), refused::getMessage);
            statement.execute("alter table record.withdrawal drop column migrated");
        }
        assertEquals(List.of("false"), rows("select cast(to_regnamespace('record_before') is not null as text)"));
    }

    private static void migrate(Statement statement, String change) {
        try {
            statement.execute("alter table record.withdrawal " + change);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void dropsWhatKilledRebuildHasLeft() throws SQLException {
        try (Connection connection = RecordSchemas.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema record_next authorization query_owner");
        }

        try (Connection other = RecordSchemas.superuser();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + Rebuild.REBUILD_LOCK + ")");
            assertThrows(RebuildRefusedException.class, rebuild::drop);
            assertFalse(watch.isLeft());
        }
        await().atMost(PATIENCE).until(watch::isLeft);
        assertEquals(1, meters.get("averment.query.rebuild.left").gauge().value());
        await().atMost(PATIENCE).ignoreExceptions().until(rebuild::drop);
        assertFalse(rebuild.drop());
        assertFalse(watch.isLeft());
        assertEquals(0, meters.get("averment.query.rebuild.left").gauge().value());
    }

    /** Else the act would stand in the log, and in the record that was just left. */
    @Test
    void letsActsWaitForTheSwap() throws Exception {
        tell();
        waitsForTheRecord(this::decide);
        assertEquals(1, count("record.entity_verdict", ""));
        waitsForTheRecord(() -> lapses.lapse(tenant, LocalDate.of(2030, 1, 1)));
        assertTrue(count("record.lapse", "") > 0);
    }

    private static void waitsForTheRecord(Runnable act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1);
                Connection swap = RecordSchemas.superuser();
                Statement statement = swap.createStatement()) {
            swap.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + TenantTransactions.RECORD_LOCK + ")");
            // Of this database alone, and of whoever else waits there as well.
            String waiting = "select count(*) > 0 from pg_locks l join pg_database d on d.oid = l.database"
                    + " where d.datname = current_database() and l.locktype = 'advisory' and not l.granted"
                    + " and l.mode = 'ShareLock' and (l.classid::bigint << 32 | l.objid::bigint) = "
                    + TenantTransactions.RECORD_LOCK;
            Future<?> done = threads.submit(act);
            await().atMost(PATIENCE).until(() -> rows(waiting).equals(List.of("t")));
            assertFalse(done.isDone());
            swap.rollback();
            done.get();
        }
    }
}
