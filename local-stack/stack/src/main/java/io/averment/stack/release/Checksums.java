package io.averment.stack.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The SHA-256 of files that are handed on, as {@code sha256sum -c} reads them. Not thread-safe. */
public final class Checksums {

    /** The file that {@link #write} makes. */
    public static final String FILE = "SHA256SUMS";

    private final TreeMap<String, String> sums = new TreeMap<>();

    /** Takes a file in by its last name. */
    public void add(Path file) throws IOException {
        sums.put(String.valueOf(file.getFileName()), of(file));
    }

    /** Writes those of all files that were added into a folder, sorted by name. */
    public void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            lines.append(sum.getValue()).append("  ").append(sum.getKey()).append('\n');
        }
        Files.writeString(folder.resolve(FILE), lines);
    }

    /** That of one file, in hexadecimal digits. */
    public static String of(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
