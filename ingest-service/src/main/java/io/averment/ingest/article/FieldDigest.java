package io.averment.ingest.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A hash over a list of fields in which no two lists look alike: each field is preceded by its length, so that
 * {@code ["ab", "c"]} and {@code ["a", "bc"]} differ. A field is written as the number of its UTF-8 bytes (four bytes,
 * big-endian) and those bytes; a missing field as the length -1 alone. Not thread-safe.
 */
final class FieldDigest {
    private static final int MISSING = -1;

    private final MessageDigest digest;

    private FieldDigest(String algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    static FieldDigest sha256() {
        return new FieldDigest("SHA-256");
    }

    /** SHA-1, for name-based UUIDs (RFC 9562 section 5.5) and nothing else. */
    static FieldDigest sha1() {
        return new FieldDigest("SHA-1");
    }

    FieldDigest raw(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    FieldDigest field(@Nullable String value) {
        if (value == null) {
            return raw(length(MISSING));
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return raw(length(bytes.length)).raw(bytes);
    }

    byte[] bytes() {
        return digest.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
