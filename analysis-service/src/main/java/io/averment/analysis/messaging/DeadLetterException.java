package io.averment.analysis.messaging;

/** A message that no later attempt can process. Its message, {@code CODE: why}, becomes the dead letter's reason; it never has a cause. */
final class DeadLetterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Kinds of reasons. */
    enum Code {
        /** Cannot be bound to the record that this service reads. */
        UNREADABLE,
        /** Bound, but breaks a rule of its contract. */
        RULE_BROKEN,
        /** An annotator without which there is no analysis failed. */
        ANNOTATOR_FAILED,
        /** A bug of this service; its log says where. */
        UNFORESEEN
    }

    private final Code code;

    /**
     * @param why one line that holds nothing of the message's content
     */
    DeadLetterException(Code code, String why) {
        super(code + ": " + why, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
