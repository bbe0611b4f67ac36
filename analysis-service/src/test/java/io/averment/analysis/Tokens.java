package io.averment.analysis;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Real tokens of the local stack's demo users. */
public final class Tokens {

    private static final Map<String, Taken> FETCHED = new ConcurrentHashMap<>();
    /** Shorter than a token lives, which is a quarter of an hour: on a busy machine tests may take longer. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Taken(String token, long nanos) {
        boolean isYoung() {
            return System.nanoTime() - nanos < KEPT.toNanos();
        }
    }

    private Tokens() {}

    /** The access token of a user, whose password is {@code demo-} and the name. */
    public static String of(String user) {
        return FETCHED.compute(
                        user,
                        (name, taken) ->
                                taken != null && taken.isYoung() ? taken : new Taken(fetch(name), System.nanoTime()))
                .token();
    }

    private static String fetch(String user) {
        String realm = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "averment-cli",
                        "username",
                        user,
                        "password",
                        "demo-" + user))
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
