package io.averment.ingest.operation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a command did not begin, in a line for people. */
public final class FailedStart {
    private static final Pattern MISSING =
            Pattern.compile("Failed to load config value of type \\S* ?\\S+ for: (\\S+)\\s*");
    private static final String ADDRESS = "quarkus.datasource.jdbc.url";
    private static final String INACTIVE = "Bean is not active";
    private static final String NO_POSTGRESQL = "No Flyway database plugin found";

    private FailedStart() {}

    /** Without a full stop. Names properties, never their values. */
    public static String told(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).strip();
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return missing.group(1) + " is not set";
        }
        if (message.startsWith(INACTIVE) && message.contains(ADDRESS)) {
            return ADDRESS + " is not set";
        }
        return message.startsWith(NO_POSTGRESQL) ? ADDRESS + " is not like jdbc:postgresql://HOST:PORT/NAME" : message;
    }
}
