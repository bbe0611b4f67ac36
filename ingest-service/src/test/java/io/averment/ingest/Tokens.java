package io.averment.ingest;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens of the local stack's demo users, from its Keycloak. */
public final class Tokens {
    private static final Map<String, Taken> KNOWN = new ConcurrentHashMap<>();
    /** Shorter than a token lives, which is a quarter of an hour: on a busy machine tests may take longer. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Taken(String token, long nanos) {
        boolean isYoung() {
            return System.nanoTime() - nanos < KEPT.toNanos();
        }
    }

    private Tokens() {}

    /** A user's token; his password is {@code demo-} and his name. */
    public static String of(String user) {
        return KNOWN.compute(
                        user,
                        (name, taken) ->
                                taken != null && taken.isYoung() ? taken : new Taken(fetch(name), System.nanoTime()))
                .token();
    }

    /** A request in a user's name. */
    public static RequestSpecification as(String user) {
        return anonymous().auth().oauth2(of(user));
    }

    /** A request without a token, whose media type is sent exactly as given. */
    public static RequestSpecification anonymous() {
        var encoding = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(encoding.encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)));
    }

    /** The token of the machine client, which no user stands behind. */
    public static String ofMachine() {
        return fetch(Map.of(
                "grant_type", "client_credentials",
                "client_id", "averment-machine",
                "client_secret", "demo-averment-machine"));
    }

    private static String fetch(String user) {
        return fetch(Map.of(
                "grant_type", "password", "client_id", "averment-cli", "username", user, "password", "demo-" + user));
    }

    private static String fetch(Map<String, String> form) {
        return RestAssured.given()
                .baseUri(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class))
                .port(-1)
                .contentType(ContentType.URLENC)
                .formParams(form)
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
