package io.averment.analysis.command;

/** Something the user can mend; its reason is one plain line. */
final class CommandFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    CommandFault(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
