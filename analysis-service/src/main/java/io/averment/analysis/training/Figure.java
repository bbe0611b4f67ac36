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
     * @param file its path below the folder of data, or of the module for an own one
     * @param own whether it is one of the project's own, which lie in the repository
     */
    record Missing(String name, String file, boolean own) implements Figure {

        /** A public one. */
        public Missing(String name, String file) {
            this(name, file, false);
        }

        /** One of the project's own. */
        static Missing own(String name, String file) {
            return new Missing(name, file, true);
        }
    }
}
