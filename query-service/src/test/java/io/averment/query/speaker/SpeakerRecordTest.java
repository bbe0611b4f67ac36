package io.averment.query.speaker;

import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpeakerRecordTest {

    /** A name of nobody else, as long as the sample's. */
    private static String surname(Report report) {
        String letters = report.article()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .map(c -> c <= '9' ? c - '0' + 'g' : c)
                .limit(7)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "M" + letters;
    }

    @Test
    void gathersWhatAnEntitySaidAndUndertook() {
        Report report = Report.unique();
        String surname = surname(report);
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, report.message("demo").replace("Maréchal", surname));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + report.article()).statusCode() == 200);
        String entity = rita().get("/v1/articles/" + report.article()).path("entities[0].entity");
        String recorded = rita().get("/v1/articles/" + report.article()).path("recordedFrom");
        String path = "/v1/entities/" + entity + "/record";

        rita().get(path)
                .then()
                .statusCode(200)
                .body("entity.id", equalTo(entity))
                .body("entity.name", equalTo("Ilse " + surname))
                .body("statements.value", equalTo(1))
                .body("statements.exact", equalTo(true))
                .body("acts.value", contains("UNKNOWN"))
                .body("acts.count", contains(1))
                .body("months.from", contains("2026-11-01"))
                .body("months.count", contains(1))
                .body("latestStatements.id", contains(report.article() + ":s1"))
                .body("commitments.value", contains("OPEN"))
                .body("commitments.count", contains(1))
                .body("latestCommitments.id", contains(report.article() + ":c1"));
        rita().get(path + "?asOf=" + Instant.parse(recorded).minusMillis(1))
                .then()
                .statusCode(200)
                .body("statements.value", equalTo(0))
                .body("latestStatements", empty())
                .body("commitments", empty());
        rita().get(path + "?asOf=" + recorded).then().body("statements.value", equalTo(1));
        rita().get(path + "?fields=statements")
                .then()
                .body("statements.value", equalTo(1))
                .body("entity", nullValue());
        Reader.as("noor").get(path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void knowsNoRecordOfWhatNobodyNames() {
        rita().get("/v1/entities/name:nobody/record").then().statusCode(404).body("code", equalTo("not-found"));
    }
}
