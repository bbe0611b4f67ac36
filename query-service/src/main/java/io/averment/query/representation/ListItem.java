package io.averment.query.representation;

/** An item of a list. */
public interface ListItem {

    /** What a feed shows of it. */
    FeedEntry entry();
}
