package io.averment.stack;

import io.averment.stack.bench.RecordBench;
import io.averment.stack.bench.ServicesBench;
import io.averment.stack.cluster.ClusterCommand;
import io.averment.stack.commandline.Invocation;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.configuration.ConfigurationCommand;
import io.averment.stack.deadletters.DeadLettersCommand;
import io.averment.stack.release.ReleaseCommand;
import io.averment.stack.run.RunCommand;
import io.averment.stack.run.RunFolder;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.ServerFolders;
import io.averment.stack.upgrade.UpgradeCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Where {@code ./averment} hands over. Exit codes: those of {@link Invocation}. */
public final class Main {

    private Main() {}

    /** The first argument is the command, the others are its own. */
    public static void main(String[] arguments) throws InterruptedException {
        String help = "./averment " + (arguments.length > 0 ? arguments[0] + " --help" : "help");
        Invocation.end(help, (out, err) -> run(List.of(arguments), out, err));
    }

    private static int run(List<String> words, PrintStream out, PrintStream err)
            throws UsageFailure, IOException, InterruptedException {
        if (words.isEmpty()) {
            throw new UsageFailure("no command");
        }
        List<String> rest = words.subList(1, words.size());
        boolean help = rest.contains("--help") || rest.contains("-h");
        return switch (words.getFirst()) {
            case "run" ->
                help ? say(out, RunCommand.help()) : RunCommand.run(Checkout.fromSystemProperties(), rest, out, err);
            case "bench-record" ->
                help ? say(out, RecordBench.help()) : RecordBench.run(Checkout.fromSystemProperties(), rest, out);
            case "bench-services" ->
                help ? say(out, ServicesBench.help()) : ServicesBench.run(Checkout.fromSystemProperties(), rest, out);
            case "configuration" ->
                help
                        ? say(out, ConfigurationCommand.help())
                        : ConfigurationCommand.run(
                                Checkout.fromSystemProperties().root(), rest, out);
            case "release" -> help ? say(out, ReleaseCommand.help()) : release(rest, out);
            case "server-folders" -> ServerFolders.run(Checkout.fromSystemProperties(), out);
            case "upgrade" -> UpgradeCommand.run(Checkout.fromSystemProperties(), rest, out);
            case "cluster" -> ClusterCommand.run(rest, out);
            case "dead-letters" ->
                help
                        ? say(out, DeadLettersCommand.help())
                        : DeadLettersCommand.run(
                                RunFolder.of(Checkout.fromSystemProperties().root())
                                        .bootstrapServers(),
                                rest,
                                out);
            default -> throw new UsageFailure("there is no command " + words.getFirst());
        };
    }

    private static int release(List<String> words, PrintStream out) throws UsageFailure, IOException {
        Checkout checkout = Checkout.fromSystemProperties();
        return ReleaseCommand.run(
                checkout.root(),
                checkout.version(),
                Instant.parse(System.getProperty("averment.timestamp", "")),
                words,
                out);
    }

    private static int say(PrintStream out, String text) {
        out.print(text);
        return 0;
    }
}
