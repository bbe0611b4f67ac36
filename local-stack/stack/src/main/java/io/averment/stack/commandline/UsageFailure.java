package io.averment.stack.commandline;

/** A command line that cannot be followed; the message says what is wrong with it. */
public final class UsageFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageFailure(String message) {
        super(message);
    }
}
