package io.averment.query.problem;

/** Ends a request with a problem. The detail is shown to the client. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }

    String detail() {
        String detail = getMessage();
        return detail == null ? type.title() : detail;
    }
}
