package io.averment.query.reading;

import io.averment.query.record.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One page of a list, as asked for.
 *
 * @param path of the list, for the link to its next page
 */
record ListRequest(
        Tenant tenant, String path, QueryParameters parameters, ListFingerprint fingerprint, Optional<Cursor> after) {

    /** @throws io.averment.query.problem.ProblemException when the cursor does not belong to this list */
    static ListRequest of(Tenant tenant, String path, QueryParameters parameters) {
        ListFingerprint fingerprint = ListFingerprint.of(tenant, path, parameters.filters());
        return new ListRequest(
                tenant,
                path,
                parameters,
                fingerprint,
                parameters.text(QueryParameters.CURSOR).map(text -> Cursor.decode(text, fingerprint)));
    }

    int limit() {
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
