package io.averment.ingest.audit;

import io.averment.ingest.article.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request, answered.
 *
 * @param subject of the token
 * @param client that the token was given to
 * @param operation as the description of the interface names it; null when the path leads to none
 * @param path with its variable parts named, not filled in
 * @param parameters of query and path, by name, each at most {@value #LONGEST_VALUE} code units
 * @param items how many things were shown; null when nobody counted
 */
record AuditEntry(
        Tenant tenant,
        Instant at,
        String subject,
        String client,
        String method,
        @Nullable String operation,
        String path,
        Map<String, String> parameters,
        @Nullable Integer items,
        int status) {
    static final int LONGEST_VALUE = 200;
    private static final int MOST_PARAMETERS = 30;

    AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        subject = shortened(subject);
        client = shortened(client);
        path = shortened(path);
        TreeMap<String, String> kept = new TreeMap<>();
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_PARAMETERS)
                .forEach(parameter -> kept.put(shortened(parameter.getKey()), shortened(parameter.getValue())));
        parameters = Map.copyOf(kept);
    }

    /** What the database takes of a client's own words: no NUL, no half of a character. */
    private static String shortened(String text) {
        int end = Math.min(text.length(), LONGEST_VALUE);
        StringBuilder kept = new StringBuilder(end);
        text.codePoints()
                .limit(LONGEST_VALUE)
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
