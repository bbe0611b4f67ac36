package io.averment.query.projection;

import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.record.Effect;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A withdrawn article: its text is nowhere, not even in the past, whatever the order in which messages come. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class WithdrawalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path EXAMPLES = Path.of("../ingest-service/src/main/contracts/article-withdrawn/v1/examples");
    private static final List<String> FACTS =
            List.of("article", "statement", "commitment", "time_expression", "named_entity", "conflict", "reference");

    @Inject
    Projection projection;

    @Inject
    AnalysisReader analyses;

    @Inject
    WithdrawalReader withdrawals;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private final Report report = Report.unique();

    private Effect apply(SampleMessage message) {
        AnalysisCompleted analysis = analyses.read(new Envelope(message.key(), message.headers()), message.bytes());
        return projection.apply(analysis, message.bytes());
    }

    private Effect apply(WithdrawalMessage message) {
        ArticleWithdrawal withdrawal =
                withdrawals.read(new Envelope(message.key(), message.headers()), message.bytes());
        return projection.withdraw(withdrawal, message.bytes());
    }

    private WithdrawalMessage withdrawal(int throughRevision) {
        return new WithdrawalMessage("demo", report.article(), throughRevision);
    }

    private SampleMessage revision(int number) {
        return report.message("demo").version(number, 1);
    }

    private List<String> rows(String sql) {
        return transactions.read(
                new Tenant("demo"),
                () ->
                        session
                                .createNativeQuery(sql, String.class)
                                .setParameter("article", report.article())
                                .getResultList()
                                .stream()
                                .map(String::valueOf)
                                .toList());
    }

    private List<String> logged() {
        return rows("select concat_ws(' ', kind, revision, effect, cast(length(payload) > 0 as text)) from log"
                + " where article_id = :article order by recorded_at");
    }

    private List<String> remaining() {
        return FACTS.stream()
                .flatMap(
                        table -> rows("select '" + table + "' from " + table + " where article_id = :article").stream())
                .distinct()
                .toList();
    }

    private Instant instant() {
        return transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }

    private void assertGone() {
        for (String path : List.of(
                "articles/" + report.article(),
                "statements/" + report.article() + ":s1",
                "commitments/" + report.article() + ":c1",
                "times/" + report.article() + ":t1")) {
            rita().get("/v1/" + path)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("code", equalTo("withdrawn"))
                    .body("detail", containsString("2026-11-21T08:00:00.500Z: RETRACTED"));
        }
        for (String list : List.of("articles", "statements", "commitments", "times")) {
            Reader.list("/v1/" + list, Map.of("outlet", report.outlet())).body("items", hasSize(0));
        }
    }

    @Test
    void erasesTextAndFactsFromPresentAndPast() {
        apply(revision(1));
        Instant before = instant();
        apply(revision(2));
        rita().queryParam("asOf", before.toString())
                .get("/v1/articles/" + report.article())
                .then()
                .statusCode(200);

        assertEquals(Effect.APPLIED, apply(withdrawal(2)));

        assertGone();
        assertEquals(List.of(), remaining());
        assertEquals(
                List.of(
                        "ANALYSIS_COMPLETED 1 OPENED false",
                        "ANALYSIS_COMPLETED 2 OPENED false",
                        "ARTICLE_WITHDRAWN 2 APPLIED true"),
                logged());
        rita().queryParam("asOf", before.toString())
                .get("/v1/articles/" + report.article())
                .then()
                .statusCode(410);
        Reader.list("/v1/statements", Map.of("outlet", report.outlet(), "asOf", before.toString()))
                .body("items", hasSize(0));
    }

    /** The current version stays in its threads when only versions before it are withdrawn. */
    @Test
    void leavesTheThreadsOfALaterRevision() {
        apply(revision(1));
        apply(revision(3));
        String thread = rows("select thread_id from thread_fact where article_id = :article and fact_id = 'c1'"
                        + " and recorded_to = 'infinity'")
                .getFirst();

        apply(withdrawal(2));

        assertEquals(
                List.of(thread),
                rows("select thread_id from thread_fact where article_id = :article and fact_id = 'c1'"));
        rita().get("/v1/threads/" + thread).then().statusCode(200);
        rita().get("/v1/commitments/" + report.article() + ":c1")
                .then()
                .statusCode(200)
                .body("thread", equalTo(thread));
    }

    @Test
    void opensNothingThatComesLater() {
        assertEquals(Effect.APPLIED, apply(withdrawal(2)));

        assertEquals(Effect.WITHDRAWN, apply(revision(1)));
        assertEquals(Effect.WITHDRAWN, apply(revision(2)));

        assertGone();
        assertEquals(List.of(), remaining());
        assertEquals(
                List.of(
                        "ARTICLE_WITHDRAWN 2 APPLIED true",
                        "ANALYSIS_COMPLETED 1 WITHDRAWN false",
                        "ANALYSIS_COMPLETED 2 WITHDRAWN false"),
                logged());
    }

    /** The same messages in whatever order leave the same record: a withdrawal covers revisions 1 and 2, and 3 was sent after it. */
    @ParameterizedTest
    @ValueSource(strings = {"12w3", "w123", "3w12", "1w32", "23w1", "321w", "13w2", "1w3w2"})
    void leavesTheSameRecordInAnyOrder(String order) {
        WithdrawalMessage withdrawal = withdrawal(2);
        for (int i = 0; i < order.length(); i++) {
            char message = order.charAt(i);
            if (message == 'w') {
                apply(withdrawal);
            } else {
                apply(revision(message - '0'));
            }
        }

        assertEquals(
                List.of("3 true"),
                rows("select concat_ws(' ', revision, cast(recorded_to = 'infinity' as text)) from article"
                        + " where article_id = :article"));
        assertEquals(
                List.of("s1 true", "s2 true"),
                rows("select concat_ws(' ', fact_id, cast(recorded_to = 'infinity' as text)) from statement"
                        + " where article_id = :article order by 1"));
        assertEquals(
                List.of("1 false", "2 false", "3 true"),
                rows("select concat_ws(' ', revision, cast(length(payload) > 0 as text)) from log"
                        + " where article_id = :article and kind = 'ANALYSIS_COMPLETED' order by 1"));
        rita().get("/v1/articles/" + report.article()).then().statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void changesNothingTheSecondTime() {
        apply(revision(1));
        WithdrawalMessage withdrawal = withdrawal(1);

        assertEquals(Effect.APPLIED, apply(withdrawal));
        assertEquals(Effect.REPEATED, apply(withdrawal));
        assertEquals(Effect.REPEATED, apply(withdrawal));

        assertEquals(List.of("1"), rows("select count(*) from withdrawal where article_id = :article"));
    }

    @Test
    void refusesTheIdOfAnotherMessage() {
        apply(withdrawal(1).header("ce_id", "w-" + report.article()));

        DeadMessageException dead = assertThrows(
                DeadMessageException.class, () -> apply(withdrawal(2).header("ce_id", "w-" + report.article())));

        assertEquals("RULE_BROKEN: the ce_id belongs to another message", dead.getMessage());
    }

    /** What search knows of a thing follows from the articles that remain. */
    @Test
    void takesEntitiesBackToWhatOthersSay() {
        String only = "Only " + report.article();
        String shared = "Shared " + report.article();
        apply(naming(report, "2026-11-01T00:00:00Z", shared, "Early " + report.article(), only));
        Report other = Report.unique();
        apply(naming(other, "2026-11-02T00:00:00Z", shared, "Late " + report.article(), null));
        assertEquals(
                "Early " + report.article(),
                known("wikidata:Q-" + report.article()).get(0));

        apply(withdrawal(1));

        assertEquals(
                List.of("Late " + report.article(), other.article().toString()),
                known("wikidata:Q-" + report.article()));
        assertEquals(
                List.of(
                        io.averment.query.record.EntityKey.fold("Late " + report.article()),
                        io.averment.query.record.EntityKey.fold(shared)),
                rows(
                        "select name from entity_name where entity_key = 'wikidata:Q-' || cast(:article as text) order by 1"));
        assertEquals(
                List.of(),
                rows("select entity_key from entity where entity_key = 'wikidata:P-' || cast(:article as text)"));
    }

    private SampleMessage naming(Report by, String accepted, String alias, String name, @Nullable String other) {
        return by.message("demo")
                .with(body -> body.put("firstAcceptedAt", accepted).put("acceptedAt", accepted))
                .withAnalysis(analysis -> {
                    ObjectNode entity = (ObjectNode) analysis.get("entities").get(0);
                    entity.remove("unresolved");
                    entity.put("name", name).putArray("aliases").add(alias);
                    entity.putObject("external").put("wikidata", "Q-" + report.article());
                    if (other != null) {
                        ObjectNode second = analysis.withArray("entities").addObject();
                        second.put("id", "e2").put("type", "PLACE").put("name", other);
                        second.putArray("aliases");
                        second.putObject("external").put("wikidata", "P-" + report.article());
                    }
                });
    }

    private List<String> known(String key) {
        List<String> found = new ArrayList<>();
        transactions
                .read(
                        new Tenant("demo"),
                        () -> session.createNativeQuery(
                                        "select concat_ws('|', fact ->> 'name', article_id) from entity where entity_key = :key",
                                        String.class)
                                .setParameter("key", key)
                                .getResultList())
                .forEach(row -> found.addAll(List.of(row.split("\\|"))));
        return found;
    }

    @Test
    void erasesNothingOfAnotherTenant() {
        apply(report.message("other"));
        apply(revision(1));

        apply(withdrawal(1));

        Reader.as("noor").get("/v1/articles/" + report.article()).then().statusCode(200);
        rita().get("/v1/articles/" + report.article()).then().statusCode(410);
        Report unknown = Report.unique();
        Reader.as("noor").get("/v1/articles/" + unknown.article()).then().statusCode(404);
    }

    @Test
    void appliesWhatArrivesFromKafka() {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, revision(1));
            await().atMost(PATIENCE)
                    .until(() -> rita().get("/v1/articles/" + report.article()).statusCode() == 200);
            topics.send(withdrawal(1).record());
            await().atMost(PATIENCE)
                    .until(() -> rita().get("/v1/articles/" + report.article()).statusCode() == 410);
        }
    }

    @Test
    void readsExampleOfTheContractAndWhatIsAddedToIt() throws IOException {
        JsonNode body = new JsonMapper().readTree(Files.readString(EXAMPLES.resolve("retracted.json")));
        ((ObjectNode) body).put("addedLater", true);

        var withdrawn = withdrawals.withdrawn(body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertEquals(body.get("articleId").asText(), withdrawn.article().toString());
        assertEquals(2, withdrawn.throughRevision());
        assertEquals("RETRACTED", withdrawn.reason());
        assertEquals("2026-11", withdrawn.month().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "throughRevision", "articleId", "withdrawnAt", "recordMonth", "withdrawnBy"})
    void buriesMessageWithoutField(String field) {
        WithdrawalMessage message = withdrawal(1).without(field);

        assertThrows(DeadMessageException.class, () -> apply(message));
    }
}
