package io.averment.analysis.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProblemCatalogueTest {

    @Test
    void listsEveryProblem() {
        List<String> codes = given().get("/problems")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", containsString("Accept"))
                .extract()
                .path("items.code");
        assertEquals(Arrays.stream(ProblemType.values()).map(ProblemType::code).toList(), codes);
    }

    @ParameterizedTest
    @EnumSource
    void hasPageWhereTypeLeads(ProblemType type) {
        String address = type.uri();

        given().get(address)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo(address))
                .body("code", equalTo(type.code()))
                .body("status", equalTo(type.status()))
                .body("title", equalTo(type.title()))
                .body("meaning", equalTo(type.meaning()))
                .body("remedy", equalTo(type.remedy()));
        given().accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", equalTo("default-src 'none'"))
                .body(containsString("<h1>" + ProblemPage.escape(type.title()) + "</h1>"));
    }

    @Test
    void showsPeopleTheList() {
        given().accept("text/html")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(allOf(containsString("href=\"/problems/not-found\""), not(containsString("{"))));
    }

    @Test
    void answersProblemForUnknownCode() {
        given().get("/problems/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("type", equalTo("/problems/not-found"));
    }
}
