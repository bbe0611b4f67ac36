package io.averment.query.migration;

/** The database is left as it is, for a reason that the operator can mend. The message is one sentence without its stop. */
final class MigrationRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    MigrationRefusedException(String reason) {
        super(reason);
    }
}
