package io.averment.analysis.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a reader of standard output that has gone away ("| head") from a disk that is full: the former is its right and no fault. */
final class BrokenPipe {

    private BrokenPipe() {}

    /** Whether an output takes no more because nobody reads on. */
    static boolean isMeantBy(IOException failure) {
        return Objects.equals(failure.getMessage(), "Broken pipe")
                || Objects.equals(failure.getMessage(), wordsOfThisSystem());
    }

    /** Java gives a system's error by its words alone, which may be in the user's language; so they are provoked. */
    private static @Nullable String wordsOfThisSystem() {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                pipe.source().close();
                sink.write(ByteBuffer.allocate(1));
                throw new IllegalStateException("A pipe without a reader was written to");
            }
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
