package io.averment.stack.process;

import java.nio.file.Path;

/**
 * A process that was started.
 *
 * @param name what people call it
 * @param handle the process
 * @param log the file with its output
 */
public record Running(String name, ProcessHandle handle, Path log) {

    /** Fails in words for people when the process is gone. */
    public void requireAlive() throws StackFailure {
        if (!handle.isAlive()) {
            throw new StackFailure(name + " ended by itself; its last words are in " + log);
        }
    }
}
