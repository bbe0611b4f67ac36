package io.averment.analysis.training;

/** A row of the table that {@code evaluate} prints. */
public sealed interface Figure {

    /** What is measured, on what: unique in the table. */
    String name();

    /**
     * A result.
     *
     * @param percent the higher the better
     */
    record Measured(String name, double percent) implements Figure {}

    /**
     * A corpus that is not there.
     *
     * @param file its path below the folder of data
     */
    record Missing(String name, String file) implements Figure {}
}
