package io.averment.ingest.reanalysis;

/** A re-analysis that is not begun, or not gone on with. The message is for the operator. */
final class ReanalysisRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReanalysisRefusedException(String reason) {
        super(reason);
    }
}
