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
 * @param after the place that the page begins after, in the order of the list
 * @param since the place that the page begins after, in the order of recording; then that is the order of the page
 * @param asOf empty for what the record says now
 */
public record ListRequest(
        Tenant tenant,
        String path,
        QueryParameters parameters,
        ListFingerprint fingerprint,
        Optional<Cursor> after,
        Optional<Cursor> since,
        Optional<Instant> asOf) {

    /** @throws io.averment.query.problem.ProblemException when the cursor does not belong to this list */
    public static ListRequest of(Tenant tenant, String path, QueryParameters parameters) {
        ListFingerprint fingerprint = ListFingerprint.of(tenant, path, parameters.filters());
        Optional<String> cursor = parameters.text(QueryParameters.CURSOR);
        Optional<Instant> asOf = parameters.asOf();
        if (asOf.isPresent() && parameters.text(QueryParameters.SINCE).isPresent()) {
            throw QueryParameters.invalid("since asks for what is new, and asOf for what was: give one of them.");
        }
        Optional<Cursor> since = parameters
                .text(QueryParameters.SINCE)
                .map(text -> Cursor.decode(cursor.orElse(text), Cursor.Kind.RECORDED, fingerprint));
        Optional<Cursor> after = since.isPresent()
                ? Optional.empty()
                : cursor.map(text -> Cursor.decode(text, Cursor.Kind.LISTED, fingerprint));
        return new ListRequest(tenant, path, parameters, fingerprint, after, since, asOf);
    }

    /** One page of a list by name, whose cursor is the name that the page begins after. */
    public static ListRequest byName(Tenant tenant, String path, QueryParameters parameters) {
        return new ListRequest(
                tenant,
                path,
                parameters,
                ListFingerprint.of(tenant, path, parameters.filters()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The request for one thing, as a list of it. */
    static ListRequest single(Tenant tenant, Optional<Instant> asOf) {
        return new ListRequest(
                tenant,
                "",
                new QueryParameters(Map.of(), Set.of()),
                ListFingerprint.of(tenant, "", Map.of()),
                Optional.empty(),
                Optional.empty(),
                asOf);
    }

    /** Whether it is a list's page that is asked for, and not a single thing. */
    boolean isPage() {
        return !path.isEmpty();
    }

    public int limit() {
        return parameters.limit();
    }

    /** The reference of the page after this one: the same filters and limit, from the cursor on. */
    String next(String cursor) {
        Map<String, String> query = new TreeMap<>(parameters.all());
        query.put(QueryParameters.CURSOR, cursor);
        return reference(query);
    }

    /** The reference of what the record takes in after this place. */
    String since(String newest) {
        Map<String, String> query = new TreeMap<>(parameters.all());
        query.remove(QueryParameters.CURSOR);
        query.put(QueryParameters.SINCE, newest);
        return reference(query);
    }

    /** The reference of this page. */
    String self() {
        return reference(parameters.all());
    }

    private String reference(Map<String, String> query) {
        return query.entrySet().stream()
                .map(part -> part.getKey() + '=' + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", query.isEmpty() ? path : path + '?', ""));
    }
}
