package io.averment.ingest.security;

import static org.hamcrest.Matchers.equalTo;

import io.averment.ingest.Tokens;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A user whose roles, curator and operator, are of no use here: he may neither send nor read. */
@QuarkusTest
class WrongRoleTest {
    private static final String ARTICLE = "/v1/articles/" + UUID.randomUUID();
    private static final String USER = "olga";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Test
    void letsReaderAskForArticle() {
        Tokens.as("rita").get(ARTICLE).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void refusesArticleToOtherRoles() {
        Tokens.as(USER)
                .get(ARTICLE)
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void refusesDisguisedPathsToOtherRoles() throws IOException {
        for (var disguise : DisguisedPaths.of(ARTICLE)) {
            DisguisedPaths.assertRefused(base, "GET", disguise, "", "", Tokens.of(USER));
        }
        for (var disguise : DisguisedPaths.of("/v1/articles")) {
            DisguisedPaths.assertRefused(
                    base,
                    "POST",
                    disguise,
                    "application/json",
                    "{\"outlet\": \"o\", \"body\": \"b\"}",
                    Tokens.of(USER));
        }
    }
}
