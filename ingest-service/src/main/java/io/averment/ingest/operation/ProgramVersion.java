package io.averment.ingest.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answer of {@code --version}: what the build writes into a resource, so that it needs nothing of the server. */
public final class ProgramVersion {
    private static final String RESOURCE = "/io/averment/ingest/version.txt";

    private ProgramVersion() {}

    /** {@code averment-ingest 1.2.3}, and in a second line the commit that it was built from, where the build was told. */
    public static String text() {
        List<String> lines = lines();
        String commit = lines.size() > 1 ? "commit " + lines.get(1) + "\n" : "";
        return "averment-ingest " + lines.getFirst() + "\n" + commit;
    }

    private static List<String> lines() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The build has left out " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
