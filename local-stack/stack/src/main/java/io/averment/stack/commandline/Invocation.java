package io.averment.stack.commandline;

import io.averment.stack.process.StackFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a process that {@code ./averment} starts has around its command: words in UTF-8, one line for what went wrong, and the exit codes 0
 * done, 1 it did not work, 2 the command line cannot be followed.
 */
public final class Invocation {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Invocation() {}

    /** What is done. */
    @FunctionalInterface
    public interface Command {
        /** Runs; the answer is the exit code. */
        int run(PrintStream out, PrintStream err) throws UsageFailure, IOException, InterruptedException;
    }

    /**
     * Runs a command, and ends the process.
     *
     * @param help what tells how the command is used, as {@code ./averment run --help}
     */
    public static void end(String help, Command command) throws InterruptedException {
        // Quotations have marks and names have accents, whatever the terminal's locale says.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(help, command, out, err));
    }

    static int run(String help, Command command, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            return command.run(out, err);
        } catch (UsageFailure failure) {
            err.println("averment: " + failure.getMessage() + ". See " + help);
            return MISUSED;
        } catch (StackFailure failure) {
            err.println("averment: " + failure.getMessage());
            return FAILED;
        } catch (IOException failure) {
            // Of which nobody has thought: its kind says more than its message, which may be a mere path.
            err.println("averment: " + failure);
            return FAILED;
        }
    }
}
