package io.averment.ingest.problem;

/** Ends a request with a problem. Thrown at the edge, where HTTP is spoken, and nowhere deeper. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final String detail;

    /** @param detail what was wrong, in words that may be shown to the client */
    public ProblemException(ProblemType type, String detail) {
        super(type.code(), null, false, false);
        this.type = type;
        this.detail = detail;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }
}
