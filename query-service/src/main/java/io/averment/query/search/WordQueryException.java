package io.averment.query.search;

/** A query for words cannot be read. */
public final class WordQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final String expected;

    WordQueryException(int position, String expected) {
        super("expected " + expected + " at character " + position);
        this.position = position;
        this.expected = expected;
    }

    /** Where, in code points, beginning with 1; one more than the length for the end. */
    public int position() {
        return position;
    }

    /** What should stand there, in words; nothing of what the client wrote. */
    public String expected() {
        return expected;
    }
}
