package io.averment.analysis.http;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;

    /**
     * @param detail a sentence for the client, without anything from an exception
     */
    ProblemException(ProblemType type, String detail) {
        super(type.code(), null, false, false);
        this.type = type;
        this.detail = detail;
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }
}
