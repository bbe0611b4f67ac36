package io.averment.query.projection;

import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Effect;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Tenant DEMO = new Tenant("demo");

    @Inject
    Projection projection;

    @Inject
    AnalysisReader reader;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private Effect apply(SampleMessage message) {
        AnalysisCompleted analysis = reader.read(new Envelope(message.key(), message.headers()), message.bytes());
        return projection.apply(analysis, message.bytes());
    }

    private List<String> rows(String table, String columns, Report report) {
        return transactions.read(
                DEMO,
                () -> session
                        .createNativeQuery(
                                "select concat_ws(' ', " + columns + ") from " + table
                                        + " where article_id = :article order by 1",
                                String.class)
                        .setParameter("article", report.article())
                        .getResultList()
                        .stream()
                        .map(String::valueOf)
                        .toList());
    }

    private static void awaitRevision(Report report, int revision) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> rita().get("/v1/articles/" + report.article())
                        .then()
                        .statusCode(200)
                        .body("revision", equalTo(revision)));
    }

    @Test
    void projectsWhatArrivesFromKafka() {
        Report report = Report.unique();
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, report.message("demo"));
        }

        awaitRevision(report, 1);
        rita().get("/v1/articles/" + report.article())
                .then()
                .body("text", equalTo(SampleMessage.text()))
                .body("headline", equalTo(SampleMessage.HEADLINE))
                .body("statements.content[0].text", contains(SampleMessage.FIRST_QUOTE))
                .body("statements.id", contains(report.article() + ":s1", report.article() + ":s2"));
    }

    @Test
    void changesNothingTheSecondTime() {
        Report report = Report.unique();
        SampleMessage message = report.message("demo");

        assertEquals(Effect.OPENED, apply(message));
        List<String> before = rows("statement", "fact_id, recorded_from, recorded_to", report);
        assertEquals(Effect.REPEATED, apply(message));

        assertEquals(before, rows("statement", "fact_id, recorded_from, recorded_to", report));
        assertEquals(List.of("OPENED"), rows("log", "effect", report));
    }

    @Test
    void appliesMessageOnceWhenItComesTenTimesAtOnce() throws Exception {
        Report report = Report.unique();
        SampleMessage message = report.message("demo");
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            Callable<Effect> apply = () -> apply(message);
            List<Effect> effects = new java.util.ArrayList<>();
            for (Future<Effect> effect : threads.invokeAll(
                    IntStream.range(0, 10).mapToObj(i -> apply).toList())) {
                effects.add(effect.get());
            }

            assertEquals(
                    java.util.Map.of(Effect.OPENED, 1L, Effect.REPEATED, 9L),
                    effects.stream().collect(Collectors.groupingBy(effect -> effect, Collectors.counting())));
        }
        assertEquals(List.of("1 infinity"), rows("article", "revision, recorded_to", report));
        assertEquals(List.of("s1", "s2"), rows("statement", "fact_id", report));
    }

    @Test
    void closesOldFactsWhenRevisionComes() {
        Report report = Report.unique();
        apply(report.message("demo"));

        Effect effect = apply(report.message("demo")
                .version(2, 1)
                .withAnalysis(analysis -> ((ArrayNode) analysis.get("statements")).remove(1)));

        assertEquals(Effect.OPENED, effect);
        assertEquals(
                List.of("1 f", "2 t"),
                rows("article", "revision, cast(recorded_to = 'infinity' as text)", report).stream()
                        .map(row -> row.replace("false", "f").replace("true", "t"))
                        .toList());
        assertEquals(
                List.of("s1 false", "s1 true", "s2 false"),
                rows("statement", "fact_id, cast(recorded_to = 'infinity' as text)", report));
        assertEquals(
                List.of("true"),
                rows(
                        "article a join article b using (tenant, article_id)",
                        "cast(a.recorded_to = b.recorded_from as text)",
                        report,
                        "a.revision = 1 and b.revision = 2"));
    }

    private List<String> rows(String table, String columns, Report report, String condition) {
        return rows(
                "(select " + columns + " as found, article_id from " + table + " where " + condition + ") as narrowed",
                "found",
                report);
    }

    @Test
    void logsLateRevisionWithoutOpeningIt() {
        Report report = Report.unique();

        assertEquals(Effect.OPENED, apply(report.message("demo").version(2, 1)));
        assertEquals(Effect.SUPERSEDED, apply(report.message("demo").version(1, 7)));

        assertEquals(List.of("2"), rows("article", "revision", report));
        assertEquals(List.of("1 7 SUPERSEDED", "2 1 OPENED"), rows("log", "revision, generation, effect", report));
    }

    @Test
    void putsLaterGenerationInPlaceOfEarlierOne() {
        Report report = Report.unique();

        assertEquals(Effect.OPENED, apply(report.message("demo").version(1, 1)));
        assertEquals(Effect.OPENED, apply(report.message("demo").version(1, 2)));
        assertEquals(Effect.SUPERSEDED, apply(report.message("demo").version(1, 1)));

        assertEquals(
                List.of("1 false", "2 true"),
                rows("article", "generation, cast(recorded_to = 'infinity' as text)", report));
    }

    @Test
    void refusesTheIdOfAnotherMessage() {
        Report report = Report.unique();
        apply(report.message("demo").header("ce_id", "id-" + report.article()));

        DeadMessageException dead = org.junit.jupiter.api.Assertions.assertThrows(
                DeadMessageException.class,
                () -> apply(report.message("demo").version(2, 1).header("ce_id", "id-" + report.article())));

        assertEquals("RULE_BROKEN: the ce_id belongs to another version or article", dead.getMessage());
    }

    @Test
    void keepsArticlesOfMonthsWithoutPartition() {
        Report report = Report.unique();

        apply(report.message("demo")
                .with(body -> body.put("recordMonth", "2019-02").put("firstAcceptedAt", "2019-02-03T04:05:06Z")));

        rita().get("/v1/articles/" + report.article()).then().statusCode(200).body("recordMonth", equalTo("2019-02"));
    }

    @Test
    void takesTextWhoseWordsExceedTheIndex() {
        Report report = Report.unique();
        String text = IntStream.range(0, 37_000)
                .mapToObj(i -> Integer.toString(i, 36) + "x-y" + Integer.toString(i, 36))
                .collect(Collectors.joining(" "))
                .substring(0, 260_000);

        apply(report.message("demo").with(body -> body.put("headlineLength", 0)).withAnalysis(analysis -> {
            analysis.put("text", text);
            analysis.putArray("sentences");
            List.of("statements", "mentions", "times", "commitments").forEach(analysis::putArray);
        }));

        assertEquals(List.of("260000"), rows("article", "char_length(content)", report));
    }

    @Test
    void keepsTenantsApart() {
        Report report = Report.unique();
        apply(report.message("demo"));
        apply(report.message("other").version(3, 1));

        rita().get("/v1/articles/" + report.article()).then().body("revision", equalTo(1));
        Reader.as("noor").get("/v1/articles/" + report.article()).then().body("revision", equalTo(3));
    }

    @Test
    void buriesBrokenMessagesAndGoesOn() {
        Report report = Report.unique();
        SampleMessage unreadable = report.message("demo").header("ce_tenant", null);
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        SampleMessage broken = report.message("demo")
                .header("traceparent", trace)
                .withAnalysis(
                        analysis -> analysis.put("text", SampleMessage.text().replace("said", "sang")));
        try (Topics topics = new Topics()) {
            topics.send(Topics.BACKFILL, unreadable);
            topics.send(Topics.BACKFILL, broken);
            topics.send(Topics.BACKFILL, report.message("demo").version(4, 1));

            awaitRevision(report, 4);
            List<ConsumerRecord<String, byte[]>> dead =
                    topics.deadLetters(report.article().toString());
            assertEquals(
                    List.of(
                            "UNREADABLE: the header ce_tenant is missing or not a tenant's name",
                            "RULE_BROKEN: a span of statements[0].cue differs from the text"),
                    dead.stream()
                            .map(letter ->
                                    Topics.header(letter, "dead-letter-reason").orElse(""))
                            .toList());
            ConsumerRecord<String, byte[]> second = dead.get(1);
            assertArrayEquals(broken.bytes(), second.value());
            assertEquals("demo", Topics.header(second, "ce_tenant").orElse(""));
            assertEquals(trace, Topics.header(second, "traceparent").orElse(""));
            assertEquals(
                    Topics.BACKFILL, Topics.header(second, "dead-letter-topic").orElse(""));
            assertEquals(false, Topics.header(second, "dead-letter-cause").isPresent());
        }
    }

    @Test
    void keepsTheMessageByteByByteInTheLog() {
        Report report = Report.unique();
        SampleMessage message = report.message("demo");
        apply(message);

        byte[] payload = transactions.read(
                DEMO,
                () -> session.createNativeQuery("select payload from log where article_id = :article", byte[].class)
                        .setParameter("article", new ArticleId(report.article()).value())
                        .getSingleResult());

        assertArrayEquals(message.bytes(), payload);
    }
}
