package io.averment.query.server;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens of the demo users, from the real Keycloak. */
public final class Tokens {
    private static final Map<String, Taken> TOKENS = new ConcurrentHashMap<>();
    /** Shorter than a token lives, which is a quarter of an hour: on a busy machine tests may take longer. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Taken(String token, long nanos) {
        boolean isYoung() {
            return System.nanoTime() - nanos < KEPT.toNanos();
        }
    }

    private Tokens() {}

    /** The token of a demo user, by password grant. */
    public static String of(String user) {
        return TOKENS.compute(
                        user,
                        (name, taken) ->
                                taken != null && taken.isYoung() ? taken : new Taken(fetch(name), System.nanoTime()))
                .token();
    }

    /** The token of the machine client, which no user stands behind. */
    public static String ofMachine() {
        return request()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "averment-machine")
                .formParam("client_secret", "demo-averment-machine")
                .post(server() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static RequestSpecification request() {
        return given().urlEncodingEnabled(true);
    }

    private static String server() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }

    private static String fetch(String user) {
        return request()
                .formParam("grant_type", "password")
                .formParam("client_id", "averment-cli")
                .formParam("username", user)
                .formParam("password", "demo-" + user)
                .post(server() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
