package io.averment.ingest.tenant;

/** A tenant that is not erased, or not whole. The message is for the operator. */
final class ErasureRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ErasureRefusedException(String reason) {
        super(reason);
    }
}
