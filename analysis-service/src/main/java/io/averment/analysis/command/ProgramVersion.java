package io.averment.analysis.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The answer of {@code --version}: the build's version, which it writes into a resource. */
public final class ProgramVersion {

    private static final String RESOURCE = "/io/averment/analysis/version.txt";

    private ProgramVersion() {}

    /** One line, {@code averment 1.2.3}, with its end. */
    public static String line() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The build has left out " + RESOURCE);
            }
            return "averment " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
