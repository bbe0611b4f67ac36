package io.averment.ingest.security;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.averment.ingest.Tokens;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A service that was started while the identity provider was away, and one whose identity provider goes away. */
@QuarkusTest
@TestProfile(HeldKeysTest.NotYetThere.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class HeldKeysTest {
    private static final int REFUSED = 401;
    private static final int ALLOWED = 404; // There is no such article, which only one may know who was let in.

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI realm;

    @Test
    void verifiesByTheKeysThatItHolds() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Tokens.anonymous()
                .auth()
                .oauth2(token(keys, "one"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/articles")
                .then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "5")
                .body("code", equalTo("unavailable"));

        HttpServer provider = provider(keys);
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> ask(token(keys, "one")) == ALLOWED);
        } finally {
            provider.stop(0);
        }
        assertEquals(ALLOWED, ask(token(keys, "one")));
        // A key that it does not hold cannot be had now.
        assertEquals(REFUSED, ask(token(generator.generateKeyPair(), "two")));
        assertEquals(ALLOWED, ask(token(keys, "one")));
    }

    private static int ask(String token) {
        return Tokens.anonymous()
                .auth()
                .oauth2(token)
                .get("/v1/articles/" + UUID.randomUUID())
                .statusCode();
    }

    /** Says where its keys are, and which. */
    private HttpServer provider(KeyPair keys) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        HttpServer provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), realm.getPort()), 0);
        serve(provider, "/.well-known/openid-configuration", """
                {"issuer": "REALM", "jwks_uri": "REALM/keys", "token_endpoint": "REALM/token",
                 "authorization_endpoint": "REALM/auth"}""".replace("REALM", realm.toString()));
        serve(
                provider,
                "/keys",
                "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"one\", \"alg\": \"RS256\", \"use\": \"sig\", \"n\": \""
                        + encoded(unsigned(key.getModulus())) + "\", \"e\": \""
                        + encoded(unsigned(key.getPublicExponent())) + "\"}]}");
        provider.start();
        return provider;
    }

    private void serve(HttpServer provider, String path, String answer) {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        provider.createContext(realm.getPath() + path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private String token(KeyPair keys, String keyId) throws GeneralSecurityException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}");
        String claims = encoded("{\"iss\":\"" + realm + "\",\"aud\":\"averment-api\",\"sub\":\"carl\",\"azp\":\"cli\","
                + "\"tenant\":\"held-keys\",\"realm_access\":{\"roles\":[\"reader\"]},\"jti\":\"" + UUID.randomUUID()
                + "\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return head + "." + claims + "." + encoded(signature.sign());
    }

    private static String encoded(String part) {
        return encoded(part.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** An address where nobody listens yet. */
    public static class NotYetThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of(
                        "quarkus.oidc.auth-server-url", "http://127.0.0.1:" + free.getLocalPort() + "/realms/averment");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
