package io.averment.query.audit;

import static io.averment.query.server.Reader.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.averment.query.projection.Applied;
import io.averment.query.server.Report;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class AuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Applied applied;

    private static ValidatableResponse audit(Map<String, ?> filters) {
        return as("otto").queryParams(filters).get("/v1/audit").then();
    }

    private static void awaitEntries(Map<String, ?> filters, String path, String value, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> audit(filters)
                        .statusCode(200)
                        .body("items.findAll { it.parameters." + path + " == '" + value + "' }", hasSize(count)));
    }

    @Test
    void recordsWhoAskedWhatAndWhatCameOfIt() {
        String outlet = "Audited " + UUID.randomUUID();
        as("rita").queryParam("outlet", outlet).get("/v1/statements").then().statusCode(200);

        awaitEntries(Map.of("operation", "listStatements"), "outlet", outlet, 1);
        String entry = "items.find { it.parameters.outlet == '" + outlet + "' }.";
        audit(Map.of("operation", "listStatements"))
                .body(entry + "method", equalTo("GET"))
                .body(entry + "path", equalTo("/v1/statements"))
                .body(entry + "operation", equalTo("listStatements"))
                .body(entry + "client", equalTo("averment-cli"))
                .body(entry + "subject", notNullValue())
                .body(entry + "items", equalTo(0))
                .body(entry + "status", equalTo(200))
                .body(entry + "at", notNullValue());
    }

    @Test
    void recordsRefusalsAndWhatIsNotThere() {
        String id = UUID.randomUUID().toString();
        as("rita").get("/v1/articles/" + id).then().statusCode(404);
        as("olga").get("/v1/articles/" + id).then().statusCode(403);
        as("rita").queryParam("nothing", id).get("/v1/articles").then().statusCode(400);

        awaitEntries(Map.of("status", 404), "id", id, 1);
        awaitEntries(Map.of("status", 400), "nothing", id, 1);
        awaitEntries(Map.of("status", 403), "id", id, 1);
        audit(Map.of("status", 404))
                .body("items.find { it.parameters.id == '" + id + "' }.path", equalTo("/v1/articles/{id}"))
                .body("items.find { it.parameters.id == '" + id + "' }.operation", equalTo("getArticle"))
                .body("items.find { it.parameters.id == '" + id + "' }.items", equalTo(0));
    }

    /** What a page would have shown was read before the fields were found not to be there. */
    @Test
    void countsNothingAsShownWhereFieldsAreRefused() {
        Report report = Report.unique();
        applied.apply(report.message("demo"));
        as("rita")
                .queryParams(Map.of("outlet", report.outlet(), "fields", "x"))
                .get("/v1/statements")
                .then()
                .statusCode(400);

        awaitEntries(Map.of("status", 400), "outlet", report.outlet(), 1);
        audit(Map.of("status", 400))
                .body("items.find { it.parameters.outlet == '" + report.outlet() + "' }.items", equalTo(0));
    }

    @Test
    void showsNoOtherTenantsEntries() {
        String outlet = "Audited " + UUID.randomUUID();
        as("noor").queryParam("outlet", outlet).get("/v1/articles").then().statusCode(200);
        as("rita").queryParam("outlet", outlet).get("/v1/articles").then().statusCode(200);

        awaitEntries(Map.of("operation", "listArticles"), "outlet", outlet, 1);
        as("noor").get("/v1/audit").then().statusCode(403);
    }

    @Test
    void pagesWithoutRepeatingOrSkipping() {
        String mark = "Audited " + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            as("rita").queryParam("outlet", mark + i).get("/v1/times").then().statusCode(200);
            awaitEntries(Map.of("operation", "listTimes"), "outlet", mark + i, 1);
        }
        var first = audit(Map.of("operation", "listTimes", "limit", 2))
                .body("items.parameters.outlet", contains(mark + 2, mark + 1))
                .header("Link", notNullValue());
        audit(Map.of(
                        "operation",
                        "listTimes",
                        "limit",
                        2,
                        "cursor",
                        first.extract().<String>path("next")))
                .statusCode(200)
                .body("items[0].parameters.outlet", equalTo(mark + 0));
    }

    @Test
    void narrowsByTimeClientAndSubject() {
        audit(Map.of("client", "nobody"))
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
        audit(Map.of("subject", "nobody")).statusCode(200).body("items", hasSize(0));
        audit(Map.of("to", "2020-01-01T00:00:00Z")).statusCode(200).body("items", hasSize(0));
        await().atMost(PATIENCE)
                .untilAsserted(() -> audit(Map.of("client", "averment-cli", "from", "2020-01-01T00:00:00Z"))
                        .body("items", not(hasSize(0))));
        audit(Map.of("status", "99")).statusCode(400);
        audit(Map.of("from", "yesterday")).statusCode(400);
    }
}
