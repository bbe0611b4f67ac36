package io.averment.query.projection;

/** A generation that cannot be told of, or made current. The message is for the operator. */
public final class GenerationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GenerationRefusedException(String reason) {
        super(reason);
    }
}
