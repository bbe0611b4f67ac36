package io.averment.ingest.security;

import static org.hamcrest.Matchers.equalTo;

import io.averment.ingest.Tokens;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Roles that no user of the local stack has alone, in tokens of this test's own making: every user there may read. The
 * service verifies them by a key that is configured, and does all else as usual.
 */
@QuarkusTest
@TestProfile(WrongRoleTest.OwnKey.class)
class WrongRoleTest {
    private static final String ARTICLE = "/v1/articles/" + UUID.randomUUID();

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    @ParameterizedTest
    @ValueSource(strings = {"reader", "contributor"})
    void letsEitherRoleAskForArticle(String role) throws GeneralSecurityException {
        get(token(role)).statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curator", "operator", "Reader", "reader "})
    void refusesArticleToOtherRoles(String role) throws GeneralSecurityException {
        get(token(role)).statusCode(403).contentType(Problem.MEDIA_TYPE).body("code", equalTo("forbidden"));
    }

    @Test
    void refusesDisguisedPathsToOtherRoles() throws GeneralSecurityException, IOException {
        var token = token("curator");
        for (var disguise : DisguisedPaths.of(ARTICLE)) {
            DisguisedPaths.assertRefused(base, "GET", disguise, "", "", token);
        }
        for (var disguise : DisguisedPaths.of("/v1/articles")) {
            DisguisedPaths.assertRefused(
                    base, "POST", disguise, "application/json", "{\"outlet\": \"o\", \"body\": \"b\"}", token);
        }
    }

    private static ValidatableResponse get(String token) {
        return Tokens.anonymous().auth().oauth2(token).get(ARTICLE).then();
    }

    private static String token(String role) throws GeneralSecurityException {
        var claims = "{\"sub\":\"somebody\",\"aud\":\"averment-api\",\"exp\":4102444800,\"tenant\":\"demo\","
                + "\"realm_access\":{\"roles\":[\"" + role + "\"]}}";
        var signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        var key = Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(OwnKey.PRIVATE, String.class));
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Tokens are verified by a key that is made for this run. */
    public static class OwnKey implements QuarkusTestProfile {
        static final String PRIVATE = "averment.test.private-key";

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
                return Map.of(
                        "quarkus.oidc.public-key", encoded(keys.getPublic()), PRIVATE, encoded(keys.getPrivate()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has RSA", e);
            }
        }

        private static String encoded(Key key) {
            return Base64.getEncoder().encodeToString(key.getEncoded());
        }
    }
}
