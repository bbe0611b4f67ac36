package io.averment.ingest.security;

import static org.hamcrest.Matchers.equalTo;

import io.averment.ingest.Tokens;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With nobody there who could say whether a token is good. */
@QuarkusTest
@TestProfile(IdentityProviderOutageTest.Away.class)
class IdentityProviderOutageTest {

    @Test
    void asksForPatience() {
        var token = encoded("{\"alg\":\"RS256\",\"kid\":\"one\",\"typ\":\"JWT\"}") + "."
                + encoded("{\"sub\":\"carl\",\"aud\":\"averment-api\"}") + "." + encoded("signature");
        Tokens.anonymous()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/articles")
                .then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "5")
                .body("code", equalTo("unavailable"));
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /** An address where nobody listens. */
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/averment");
        }
    }
}
