package io.averment.query.storage;

import static io.averment.query.server.RecordSchemas.rows;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.projection.Applied;
import io.averment.query.projection.StoryReader;
import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.record.story.StoryKeys;
import io.averment.query.record.story.StoryReport;
import io.averment.query.server.RecordSchemas;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is locked while a story changes: all that is compared anew, and never more than there is room for. In a tenant of its own. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class StoryLocksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Applied applied;

    @Inject
    StoryStore stories;

    @Inject
    TenantTransactions transactions;

    @Inject
    RecordTime time;

    @Inject
    Session session;

    private final Report report = Report.unique();
    private final Tenant tenant = new Tenant("t" + report.article().toString().substring(0, 8));
    private final AnalysedArticle article = article(report.message(tenant.name()));

    private static AnalysedArticle article(SampleMessage message) {
        return new StoryReader().article(message);
    }

    /** Reports that hang on the first one, each with seven keys that no other has. */
    private void hang(int children) throws SQLException {
        try (Connection connection = RecordSchemas.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into record.story_report (tenant, record_month, article_id, recorded_from, opened_at, first_accepted_at,
                        day, text_hash, parent_id, affinity, story_id, traits, facets)
                    select r.tenant, r.record_month, gen_random_uuid(), r.recorded_from, r.opened_at, r.first_accepted_at, r.day + 1,
                        'text ' || n, r.article_id, 300, r.story_id, array(select 'p:person ' || n || ' ' || i from generate_series(1, 5) as i),
                        '{}'
                    from record.story_report r cross join generate_series(1, CHILDREN) as n where r.tenant = 'TENANT'
                    """.replace("CHILDREN", String.valueOf(children)).replace("TENANT", tenant.name()));
            // As the database does by itself after a while: plans that were made for an empty table read all of it for
            // each report.
            statement.execute("analyze record.story_report");
        }
    }

    /** Of the transaction's own connection. */
    private int advisoryLocks() {
        return session.createNativeQuery(
                        "select cast(count(*) as integer) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
                        Integer.class)
                .getSingleResult();
    }

    private int locksOfRemoval() {
        stories.prepareRemoval(tenant, article.id(), article.recordMonth(), true);
        return advisoryLocks();
    }

    /** A lock for each key and for the story, but for keys in a slot with others; of many, one for each slot at most. */
    @ParameterizedTest
    @CsvSource({"20, 100, 160", "3000, 3900, 4097"})
    void locksNoMoreThanThereIsRoomFor(int children, int least, int most) throws SQLException {
        applied.apply(report.message(tenant.name()));
        hang(children);

        int held = transactions.append(tenant, this::locksOfRemoval);

        assertTrue(held >= least && held <= most, () -> held + " locks");
    }

    @Test
    void locksNothingInAReplay() throws SQLException {
        applied.apply(report.message(tenant.name()));
        hang(20);
        try (Connection connection = RecordSchemas.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema other_record authorization query_owner");
            statement.execute("grant usage on schema other_record to query_service");
            for (String table : List.of("story_report", "story_key", "story", "story_facet")) {
                statement.execute("create view other_record." + table + " as select * from record." + table);
                statement.execute("grant select on other_record." + table + " to query_service");
            }
            int held = transactions.replay(tenant, "other_record", this::locksOfRemoval);
            assertEquals(0, held);
        } finally {
            try (Connection connection = RecordSchemas.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists other_record cascade");
            }
        }
    }

    /** A report that comes in while a revision of what it hangs on waits for it is compared anew too, so its keys are locked as well. */
    @Test
    void locksKeysOfWhatComesInWhileItWaits() throws Exception {
        applied.apply(report.message(tenant.name()));
        AnalysedArticle late = article(new SampleMessage(tenant.name(), UUID.randomUUID(), "Late post")
                .with(body -> body.put("firstAcceptedAt", "2026-11-20T11:00:00Z")));
        Set<Long> own = new TreeSet<>(StoryKeys.of(StoryReport.of(late)));
        own.removeAll(StoryKeys.of(StoryReport.of(article)));
        String lock = "select pg_try_advisory_xact_lock(hashtextextended('" + tenant.name()
                + "/report/' || (hashtextextended('" + own.iterator().next() + "', 0) & 4095), 0))";

        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<List<String>> removal = transactions.append(tenant, () -> {
                StoryStore.Change coming = stories.prepare(tenant, late, false);
                Future<List<String>> waiting = threads.submit(() -> transactions.append(tenant, () -> {
                    stories.prepareRemoval(tenant, article.id(), article.recordMonth(), true);
                    return rows(lock);
                }));
                await().atMost(PATIENCE)
                        .until(() -> rows("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .equals(List.of("1")));
                stories.apply(coming, time.next(null));
                return waiting;
            });

            assertEquals(List.of("f"), removal.get());
        }
        assertEquals(List.of("t"), rows(lock));
        assertTrue(hangsOn(late.id(), article.id()));
    }

    private boolean hangsOn(ArticleId child, ArticleId parent) {
        return rows("select parent_id from record.story_report where article_id = '" + child
                        + "' and recorded_to = 'infinity'")
                .equals(List.of(parent.toString()));
    }
}
