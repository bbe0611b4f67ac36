package io.averment.analysis.command;

import io.averment.analysis.pipeline.StandardPipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answer of {@code --version}: what the build writes into a resource, so that it needs nothing of the server. */
public final class ProgramVersion {

    private static final String RESOURCE = "/io/averment/analysis/version.txt";

    private ProgramVersion() {}

    /** One line, {@code averment 1.2.3}, with its end. */
    static String line() {
        return "averment " + lines().getFirst() + "\n";
    }

    /**
     * The whole answer of the executable: {@code averment-analysis 1.2.3}; {@code commit} and what it was built from, where the build was
     * told; {@code pipeline} and the fingerprint that analyses get without additional knowledge. Reads all models, some hundred
     * milliseconds.
     */
    public static String text() {
        List<String> lines = lines();
        String commit = lines.size() > 1 ? "commit " + lines.get(1) + "\n" : "";
        return "averment-analysis " + lines.getFirst() + "\n" + commit + "pipeline "
                + StandardPipeline.build().fingerprint() + "\n";
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
