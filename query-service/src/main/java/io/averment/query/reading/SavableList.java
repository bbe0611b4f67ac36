package io.averment.query.reading;

import io.averment.query.representation.ListPage;
import java.util.Set;

/** A list whose queries can be saved under a name. Thread-safe. */
public interface SavableList {

    /** The path of the list; the last part of it is the list's name. */
    String path();

    /** The query parameters that the list takes. */
    Set<String> parameters();

    /**
     * A page of the list.
     *
     * @throws io.averment.query.problem.ProblemException when a parameter is not valid
     */
    ListPage list(ListRequest request);

    /** The name of the list, as in {@code statements}. */
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }
}
