package io.averment.query.representation;

import java.time.Instant;

/**
 * What a feed shows of an item of a list.
 *
 * @param id of the item in its list
 * @param title a line, for people
 * @param text the words of the report, or what else there is to read
 * @param updated when the record took it in, as it is now
 */
public record FeedEntry(String id, String title, String text, Instant updated) {}
