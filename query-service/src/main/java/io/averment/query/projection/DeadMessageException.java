package io.averment.query.projection;

/**
 * A message that cannot become part of the record, however often it is tried. The message of this exception is what the
 * dead letter gives as its reason: a code and one line without text of the article.
 */
final class DeadMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a message is dead. */
    enum Code {
        /** It cannot be bound to what this consumer reads. */
        UNREADABLE,
        /** It can be read, but says what cannot be. */
        RULE_BROKEN
    }

    private final Code code;

    DeadMessageException(Code code, String line) {
        super(code + ": " + line);
        this.code = code;
    }

    static DeadMessageException unreadable(String line) {
        return new DeadMessageException(Code.UNREADABLE, line);
    }

    static DeadMessageException ruleBroken(String line) {
        return new DeadMessageException(Code.RULE_BROKEN, line);
    }

    Code code() {
        return code;
    }
}
