package io.averment.stack.bench;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import java.util.List;
import java.util.Set;

/**
 * How the record is to be measured.
 *
 * @param articles how many articles the generated record holds
 * @param clients how many clients read at the same time, each thinking a second between requests
 * @param rate how many reports a second arrive meanwhile
 * @param seconds how long that is measured
 * @param fresh generate the record anew
 * @param nativeExecutables measure the native executable
 */
record BenchOptions(int articles, int clients, int rate, int seconds, boolean fresh, boolean nativeExecutables) {

    static final String HELP = """
            ./averment bench record [--articles N] [--clients N] [--rate N] [--seconds N] [--fresh] [--native]

            Generates a record of N articles (100000 without this) with about six statements each, keeps it in .averment/bench, and
            measures query-service on it: every list with its usual filters, by 50 clients who think a second between requests, while
            20 reports a second arrive; how soon a report is visible; how many reports a second can be projected; reads of one fact
            beside the same SQL under pgbench, if that is installed. Prints tables with the machine's load.
            A million articles take about 35 GB of disk.

              --articles N   size of the record
              --clients N    readers at the same time
              --rate N       reports that arrive in a second
              --seconds N    how long the readers are measured
              --fresh        generate the record anew
              --native       measure the native executable
            """;

    private static final Set<String> NUMBERS = Set.of("--articles", "--clients", "--rate", "--seconds");

    static BenchOptions parse(List<String> words) throws UsageFailure {
        Arguments arguments = Arguments.parse(words, Set.of("--fresh", "--native"), NUMBERS);
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure("bench record does not know what to do with "
                    + arguments.rest().getFirst());
        }
        return new BenchOptions(
                arguments.number("--articles", 1000, 10_000_000).orElse(100_000),
                arguments.number("--clients", 1, 1000).orElse(50),
                arguments.number("--rate", 0, 1000).orElse(20),
                arguments.number("--seconds", 5, 3600).orElse(60),
                arguments.has("--fresh"),
                arguments.has("--native"));
    }
}
