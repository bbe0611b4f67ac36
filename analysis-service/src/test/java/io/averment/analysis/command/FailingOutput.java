package io.averment.analysis.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;

/** Takes nothing, for a reason that the system gives. */
final class FailingOutput extends OutputStream {

    private final String reason;

    private FailingOutput(String reason) {
        this.reason = reason;
    }

    static OutputStream fullDisk() {
        return new FailingOutput("No space left on device");
    }

    /** A real pipe, so that the words are those of this system. */
    static OutputStream withoutReader() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        return Channels.newOutputStream(pipe.sink());
    }

    @Override
    public void write(int b) throws IOException {
        throw new IOException(reason);
    }
}
