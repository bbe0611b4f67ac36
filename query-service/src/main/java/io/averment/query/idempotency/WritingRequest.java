package io.averment.query.idempotency;

import io.averment.query.record.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A request that changes something.
 *
 * @param client the subject of the token
 * @param key empty when the client gives none: then it is carried out each time that it is sent
 * @param fingerprint tells it from others: SHA-256 of method, path, precondition and body, in hexadecimal
 */
public record WritingRequest(Tenant tenant, String client, Optional<IdempotencyKey> key, String fingerprint) {

    /**
     * The fingerprint of a request.
     *
     * @param operation everything but the body that its outcome depends on
     */
    public static String fingerprint(String operation, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] name = operation.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            digest.update(name);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
