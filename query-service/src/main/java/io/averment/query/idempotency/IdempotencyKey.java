package io.averment.query.idempotency;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client calls a request of its own. */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    public static final int LONGEST = 200;
    public static final String DESCRIPTION =
            "A name of the client's own for this request, such as a random UUID: sent again with the same key and body within"
                    + " a day, it has no further effect and the same answer";

    /**
     * The key that a header holds: visible ASCII characters but quotes and backslashes, with or without quotes around.
     *
     * @throws ProblemException when it is none
     */
    public static Optional<IdempotencyKey> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        boolean isQuoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
        String value = isQuoted ? header.substring(1, header.length() - 1) : header;
        if (value.isEmpty()
                || value.length() > LONGEST
                || value.chars().anyMatch(c -> c < '!' || c > '~' || c == '"' || c == '\\')) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    HEADER + " must have 1 to " + LONGEST + " visible ASCII characters without quotes within.");
        }
        return Optional.of(new IdempotencyKey(value));
    }
}
