package io.averment.analysis;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Real tokens of the local stack's demo users. */
public final class Tokens {

    private static final Map<String, String> FETCHED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The access token of a user, whose password is {@code demo-} and the name. */
    public static String of(String user) {
        return FETCHED.computeIfAbsent(user, Tokens::fetch);
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
