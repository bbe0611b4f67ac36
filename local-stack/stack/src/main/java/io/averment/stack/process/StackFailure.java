package io.averment.stack.process;

import java.io.IOException;

/** Something that the person at the keyboard can understand and act on; the message is the one line that they get to see. */
public final class StackFailure extends IOException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
