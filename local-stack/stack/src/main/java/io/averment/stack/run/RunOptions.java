package io.averment.stack.run;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import java.util.List;
import java.util.Set;

/**
 * How {@code run} was asked to run.
 *
 * @param once end after the record is printed
 * @param fresh forget the data of earlier runs
 * @param nativeExecutables start the services' native executables
 * @param ports where everything listens
 */
record RunOptions(boolean once, boolean fresh, boolean nativeExecutables, RunPorts ports) {

    static final String HELP = """
            ./averment run [--once] [--fresh] [--port-base N] [--jvm | --native]

            Starts PostgreSQL, Kafka, Keycloak and the three services on loopback, sends the sample reports, prints the record,
            and stays until Ctrl-C. Data survives in .averment/ from one run to the next.

              --once         end after printing: exit code 0 if the whole expected record came out, else 1
              --fresh        forget the data of earlier runs
              --port-base N  use the ports N+1 to N+40 instead of 8301 to 8340
              --jvm          start the services on the JVM; this is the default
              --native       start the native executables that `./averment native` made
            """;

    private static final int LOWEST_BASE = 1024;
    private static final int HIGHEST_BASE = 65_535 - RunPorts.SPAN;

    static RunOptions parse(List<String> words) throws UsageFailure {
        Arguments arguments =
                Arguments.parse(words, Set.of("--once", "--fresh", "--jvm", "--native"), Set.of("--port-base"));
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure(
                    "run does not know what to do with " + arguments.rest().getFirst());
        }
        if (arguments.has("--jvm") && arguments.has("--native")) {
            throw new UsageFailure("run starts the services with --jvm or with --native, not with both");
        }
        int base = arguments.number("--port-base", LOWEST_BASE, HIGHEST_BASE).orElse(RunPorts.DEFAULT_BASE);
        return new RunOptions(
                arguments.has("--once"), arguments.has("--fresh"), arguments.has("--native"), new RunPorts(base));
    }
}
