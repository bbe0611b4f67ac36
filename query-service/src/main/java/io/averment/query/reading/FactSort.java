package io.averment.query.reading;

/** The orders that a client may choose for facts of any kind. */
public enum FactSort {
    NEWEST,
    RELEVANCE;

    /** The name of the parameter. */
    public static final String NAME = "sort";

    /** Sorts the list as its client asks. */
    public static FactList sorted(FactList list, QueryParameters parameters) {
        return parameters.oneOf(NAME, FactSort.class).orElse(NEWEST) == RELEVANCE ? list.byRelevance() : list;
    }
}
