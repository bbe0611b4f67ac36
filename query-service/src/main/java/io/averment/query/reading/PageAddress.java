package io.averment.query.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a page of a list is found, and how the list is known as a feed.
 *
 * @param path that its links begin with
 * @param query what was given with the path, by name
 * @param title of the feed, for people
 * @param feed tells the feed from all others, however its pages change
 */
public record PageAddress(String path, Map<String, String> query, String title, String feed) {

    public PageAddress {
        query = Map.copyOf(query);
    }

    /** The reference of the page after this one: the same filters and limit, from the cursor on. */
    String next(String cursor) {
        Map<String, String> following = new TreeMap<>(query);
        following.put(QueryParameters.CURSOR, cursor);
        return reference(following);
    }

    /** The reference of what the record takes in after this place. */
    String since(String newest) {
        Map<String, String> following = new TreeMap<>(query);
        following.remove(QueryParameters.CURSOR);
        following.put(QueryParameters.SINCE, newest);
        return reference(following);
    }

    /** The reference of this page. */
    String self() {
        return reference(new TreeMap<>(query));
    }

    private String reference(Map<String, String> sorted) {
        return sorted.entrySet().stream()
                .map(part -> part.getKey() + '=' + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", sorted.isEmpty() ? path : path + '?', ""));
    }
}
