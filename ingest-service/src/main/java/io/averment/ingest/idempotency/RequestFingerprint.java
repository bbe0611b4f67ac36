package io.averment.ingest.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one request from another: what is asked, and the body. SHA-256, in hexadecimal. */
public record RequestFingerprint(String value) {

    /**
     * The fingerprint of a request.
     *
     * @param operation with everything but the body that its outcome depends on
     * @param body from its position on, which stays where it is
     */
    public static RequestFingerprint of(String operation, ByteBuffer body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var name = operation.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            digest.update(name);
            digest.update(body.duplicate());
            return new RequestFingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
