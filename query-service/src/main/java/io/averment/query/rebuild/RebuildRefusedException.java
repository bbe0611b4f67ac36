package io.averment.query.rebuild;

/** A rebuild that may not begin. The message is for the operator. */
public final class RebuildRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildRefusedException(String reason) {
        super(reason);
    }
}
