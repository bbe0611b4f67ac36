package io.averment.stack.servers;

import io.averment.stack.process.StackFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The repository that this process was started from, as its build described it.
 *
 * @param root the repository's folder
 * @param version of the project
 * @param keycloakArchive Keycloak's distribution
 */
public record Checkout(Path root, String version, Path keycloakArchive) {

    /** From the system properties that the build wrote to {@code target/java.args}. */
    public static Checkout fromSystemProperties() throws StackFailure {
        return new Checkout(path("averment.root"), text("averment.version"), path("averment.keycloak.zip"));
    }

    private static Path path(String property) throws StackFailure {
        return Path.of(text(property)).toAbsolutePath().normalize();
    }

    private static String text(String property) throws StackFailure {
        @Nullable String value = System.getProperty(property);
        if (value == null) {
            throw new StackFailure("Start this through ./averment: the system property " + property + " is missing.");
        }
        return value;
    }

    /** The folder with the realm's files. */
    public Path realm() {
        return root.resolve("local-stack/realm");
    }
}
