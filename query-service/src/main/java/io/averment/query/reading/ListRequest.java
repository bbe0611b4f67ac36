package io.averment.query.reading;

import io.averment.query.record.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One page of a list, as asked for.
 *
 * @param path of the list, for the link to its next page
 * @param asOf empty for what the record says now
 */
public record ListRequest(
        Tenant tenant,
        String path,
        QueryParameters parameters,
        ListFingerprint fingerprint,
        Optional<Cursor> after,
        Optional<Instant> asOf) {

    /** @throws io.averment.query.problem.ProblemException when the cursor does not belong to this list */
    public static ListRequest of(Tenant tenant, String path, QueryParameters parameters) {
        ListFingerprint fingerprint = ListFingerprint.of(tenant, path, parameters.filters());
        return new ListRequest(
                tenant,
                path,
                parameters,
                fingerprint,
                parameters.text(QueryParameters.CURSOR).map(text -> Cursor.decode(text, fingerprint)),
                parameters.asOf());
    }

    /** The request for one thing, as a list of it. */
    static ListRequest single(Tenant tenant, Optional<Instant> asOf) {
        return new ListRequest(
                tenant,
                "",
                new QueryParameters(Map.of(), Set.of()),
                ListFingerprint.of(tenant, "", Map.of()),
                Optional.empty(),
                asOf);
    }

    public int limit() {
        return parameters.limit();
    }

    /** The reference of the page after this one: the same filters and limit, from the cursor on. */
    String next(String cursor) {
        Map<String, String> query = new TreeMap<>(parameters.all());
        query.put(QueryParameters.CURSOR, cursor);
        return query.entrySet().stream()
                .map(part -> part.getKey() + '=' + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + '?', ""));
    }
}
