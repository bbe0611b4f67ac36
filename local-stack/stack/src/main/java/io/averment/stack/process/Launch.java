package io.averment.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param name what people call it: one word, also the stem of its log file
 * @param stage when it ends: later than every process of a higher stage
 * @param stop the signal that asks it to end in good order
 * @param command the program and its arguments
 * @param environment variables set on top of the inherited ones
 * @param directory where it runs
 * @param log the file that gets its standard output and error
 */
public record Launch(
        String name,
        Stage stage,
        StopSignal stop,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The order of ending; services end before the servers that they use. */
    public enum Stage {
        SERVER(1),
        SERVICE(2);

        private final int rank;

        Stage(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }

    /** {@code INT} is what PostgreSQL takes as "disconnect everybody and end"; the others end on {@code TERM}. */
    public enum StopSignal {
        INT,
        TERM
    }

    /** The same as a script for {@code bash}, in which the process takes the shell's place and so its process id. */
    String script() {
        return script("exec " + quotedCommand() + redirection());
    }

    /** The same, keeping the shell to write the exit status to a file. */
    String scriptReportingTo(Path status) {
        return script(quotedCommand() + redirection() + "\necho $? >" + quote(status.toString()));
    }

    private String script(String action) {
        StringBuilder script = new StringBuilder();
        environment.forEach((key, value) -> script.append("export ")
                .append(key)
                .append('=')
                .append(quote(value))
                .append('\n'));
        return script.append("cd ")
                .append(quote(directory.toString()))
                .append(" || exit\n")
                .append(action)
                .append('\n')
                .toString();
    }

    private String quotedCommand() {
        return String.join(" ", command.stream().map(Launch::quote).toList());
    }

    private String redirection() {
        return " >>" + quote(log.toString()) + " 2>&1";
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
