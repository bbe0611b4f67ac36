package io.averment.query.reading;

import io.averment.query.record.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** Tells one list from another: whose it is, of what, and by which filters. Sixty-four bits of SHA-256. */
public record ListFingerprint(long value) {

    static ListFingerprint of(Tenant tenant, String list, Map<String, String> filters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, tenant.name());
            add(digest, list);
            new TreeMap<>(filters).forEach((name, value) -> {
                add(digest, name);
                add(digest, value);
            });
            return new ListFingerprint(ByteBuffer.wrap(digest.digest()).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The length stands before each part, so that no two lists of parts run together into the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
