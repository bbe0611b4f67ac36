package io.averment.analysis.pipeline;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes that identify; every part is preceded by its length, so that no two lists of parts look alike. */
public final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Of the texts in their order: lower-case hex SHA-256. */
    public static String of(String... parts) {
        Fingerprint fingerprint = new Fingerprint();
        for (String part : parts) {
            fingerprint.add(part.getBytes(StandardCharsets.UTF_8));
        }
        return fingerprint.hex();
    }

    /** Of annotators in their order. */
    static String of(List<Annotator<?>> annotators) {
        Fingerprint fingerprint = new Fingerprint();
        for (Annotator<?> annotator : annotators) {
            fingerprint.add(annotator.name().getBytes(StandardCharsets.UTF_8));
            fingerprint.add(annotator.version().getBytes(StandardCharsets.UTF_8));
            for (KnowledgeFile file : annotator.knowledge()) {
                fingerprint.add(file.name().getBytes(StandardCharsets.UTF_8));
                fingerprint.add(file.bytes());
            }
        }
        return fingerprint.hex();
    }

    private void add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
