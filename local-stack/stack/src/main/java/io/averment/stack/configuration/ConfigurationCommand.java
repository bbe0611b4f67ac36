package io.averment.stack.configuration;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./averment configuration}. */
public final class ConfigurationCommand {

    private static final String HELP = """
            ./averment configuration [--check]

            Writes CONFIGURATION.md of each service: every property that a person may set, with variable, default and meaning, from the
            services' code and from settings.tsv of local-stack/stack.

              --check  writes nothing; exit code 1 if a file is not what the code says
            """;

    private static final List<String> SERVICES = List.of("ingest", "analysis", "query");
    private static final String CHECK = "--check";

    private ConfigurationCommand() {}

    public static String help() {
        return HELP;
    }

    /** Runs; the answer is the exit code. */
    public static int run(Path root, List<String> words, PrintStream out) throws UsageFailure, IOException {
        Arguments arguments = Arguments.parse(words, Set.of(CHECK), Set.of());
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure("configuration does not know what to do with "
                    + arguments.rest().getFirst());
        }
        int code = 0;
        for (String service : SERVICES) {
            Path file = file(root, service);
            String content = ConfigurationReference.of(ServiceSettings.read(root, service));
            if (Files.exists(file) && Files.readString(file).equals(content)) {
                continue;
            }
            if (arguments.has(CHECK)) {
                out.println(root.relativize(file) + " is not what the code says");
                code = 1;
            } else {
                Files.writeString(file, content);
                out.println(root.relativize(file));
            }
        }
        return code;
    }

    static Path file(Path root, String service) {
        return root.resolve(service + "-service").resolve("CONFIGURATION.md");
    }
}
