package io.averment.query.representation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; its record components are the answer in JSON. */
public interface ListPage {
    /** The name of the component that holds the items. */
    String ITEMS = "items";

    /** The name of the component that holds the place of what is newest. */
    String NEWEST = "newest";

    List<? extends ListItem> items();

    /** Cursor of the next page; null on the last one. */
    @Nullable
    String next();

    /** Cursor after all that the record has so far; null where a list has no such thing. */
    @Nullable
    String newest();
}
