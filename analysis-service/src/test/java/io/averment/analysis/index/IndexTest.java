package io.averment.analysis.index;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndexTest {

    @Test
    void tellsWithoutTokenWhatThisIsAndWhereToGo() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("name", equalTo("Averment analysis"))
                .body(
                        "version",
                        equalTo(ConfigProvider.getConfig().getValue("quarkus.application.version", String.class)))
                .body("links.href", hasItems("/openapi", "/problems"))
                .body("links.title", everyItem(not(emptyOrNullString())))
                .body("links.findAll { it.rel == 'collection' }.href", equalTo(List.of("/v1/analyses")))
                .body(
                        "links.find { it.href == '/v1/analyses' }.title",
                        equalTo("Who said what in a text; nothing is stored"));
    }

    @Test
    void linksToWhatIsThere() {
        List<String> links = given().get("/").then().extract().path("links.findAll { it.rel != 'collection' }.href");
        for (String link : links) {
            given().get(link).then().statusCode(200);
        }
    }
}
