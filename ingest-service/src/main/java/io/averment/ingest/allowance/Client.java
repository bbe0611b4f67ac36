package io.averment.ingest.allowance;

import io.averment.ingest.article.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose requests are counted together: a user of an application.
 *
 * @param application the claim azp
 * @param key a hash of application and user, so that neither is stored
 */
record Client(Tenant tenant, String application, String key) {
    private static final int KEY_BYTES = 16;

    static Client of(Tenant tenant, String application, String user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((application.length() + ":" + application + user).getBytes(StandardCharsets.UTF_8));
            return new Client(tenant, application, HexFormat.of().formatHex(digest, 0, KEY_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
