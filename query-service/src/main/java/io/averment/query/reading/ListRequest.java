package io.averment.query.reading;

import io.averment.query.record.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Where the page is found when the list itself is asked for it. */
    public PageAddress address() {
        return new PageAddress(
                path,
                parameters.all(),
                "Averment: " + path.substring(path.lastIndexOf('/') + 1),
                path + fingerprint.value());
    }
}
