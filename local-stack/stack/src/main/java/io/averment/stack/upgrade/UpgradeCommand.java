package io.averment.stack.upgrade;

import io.averment.stack.cluster.BrokerView;
import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Folders;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.StackFailure;
import io.averment.stack.run.RunFolder;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import io.averment.stack.samples.Api;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/**
 * {@code ./averment upgrade}: databases and services are moved from another version to this one and back on one broker, as
 * k8s/README.md says, while reports arrive. The launcher has built both. One instance is one run.
 */
public final class UpgradeCommand {

    private static final int NEW_PORTS = 8700;
    private static final int OLD_PORTS = 8800;
    private static final int ARTICLES = 240;
    private static final int RATE = 4;
    private static final List<ServiceProgram> WITH_DATABASE = List.of(ServiceProgram.INGEST, ServiceProgram.QUERY);

    private final RunFolder folder;
    private final Servers servers;
    private final Map<Version, Services> versions;
    private final String from;
    private final int rate;
    /** In each state of the services. */
    private final int articles;

    private final PrintStream out;

    private UpgradeCommand(Checkout checkout, Path old, String from, int rate, int articles, PrintStream out) {
        RunPorts ports = new RunPorts(NEW_PORTS);
        this.folder = RunFolder.of(checkout.root()).inside("upgrade");
        this.servers = ports.servers(checkout, folder);
        this.versions = Map.of(
                Version.OLD,
                        services(
                                new Checkout(old, checkout.version(), checkout.keycloakArchive()),
                                Version.OLD,
                                new RunPorts(OLD_PORTS)),
                Version.NEW, services(checkout, Version.NEW, ports));
        this.from = from;
        this.rate = rate;
        this.articles = articles;
        this.out = out;
    }

    private Services services(Checkout built, Version version, RunPorts ports) {
        return new Services(built, folder.inside(version.label()), ports, servers, false, Services.SMALL_JVM_FLAGS);
    }

    /**
     * Upgrades, downgrades and prints what was seen.
     *
     * @return the exit code: 0 if everything was kept
     */
    public static int run(Checkout checkout, List<String> words, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of(), Set.of("--from", "--built", "--articles", "--rate"));
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure(
                    "upgrade does not know what to do with " + arguments.rest().getFirst());
        }
        String from = arguments.value("--from").orElseThrow(() -> new UsageFailure("upgrade needs --from REF"));
        Path old = Path.of(arguments
                        .value("--built")
                        .orElseThrow(() -> new UsageFailure("upgrade needs the other version built, by the launcher")))
                .toAbsolutePath()
                .normalize();
        int all = arguments.number("--articles", 12, 20_000).orElse(ARTICLES);
        int rate = arguments.number("--rate", 1, 100).orElse(RATE);
        try {
            return new UpgradeCommand(checkout, old, from, rate, all / (2 * Move.STATES), out).run();
        } catch (KafkaException failure) {
            throw new StackFailure("The broker could not be asked: " + failure.getMessage(), failure);
        }
    }

    private int run() throws IOException, InterruptedException {
        try (FileChannel _ = folder.take(true)) {
            for (Services services : versions.values()) {
                services.requireBuilt();
                services.ports().requireFree();
                Folders.delete(services.folder().path());
                Files.createDirectories(services.folder().log("any").getParent());
            }
            Guardian guardian = Guardian.start(folder.processes());
            Runtime.getRuntime().addShutdownHook(new Thread(guardian::close));
            try (HttpClient client = HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(5))
                            .version(HttpClient.Version.HTTP_1_1)
                            .build();
                    Guardian owned = guardian) {
                servers.start(owned, (name, took) -> say(name + " is ready"));
                return practise(new Fleet(owned, client, versions), client) ? 0 : 1;
            }
        }
    }

    private boolean practise(Fleet fleet, HttpClient client) throws IOException, InterruptedException {
        say("old: " + from + "; new: this checkout");
        migrate(fleet, Version.OLD);
        for (ServiceProgram service : ServiceProgram.values()) {
            fleet.join(service, Version.OLD);
            say(service.module() + ": old, ready");
        }
        try (BrokerView broker = new BrokerView(servers.kafka().bootstrapServers())) {
            Api api = new Api(client, servers.keycloak().realmUrl(), fleet.ingest(), fleet.query(), "carl");
            say("");
            say("Upgrade, while reports arrive");
            migrate(fleet, Version.NEW);
            Move up = new Move(fleet, broker, api, "upgrade", 0, out);
            List<String> wrong = up.run(Version.OLD, Version.NEW, rate, articles);
            if (isKept("upgrade", wrong)) {
                say("");
                say("Downgrade, while reports arrive");
                // What a version's Job does on Kubernetes when the version is applied again.
                migrate(fleet, Version.OLD);
                Move down = new Move(fleet, broker, api, "downgrade", up.probes(), out);
                return isKept("downgrade", down.run(Version.NEW, Version.OLD, rate, articles));
            }
            return false;
        }
    }

    private void migrate(Fleet fleet, Version version) throws IOException, InterruptedException {
        for (ServiceProgram service : WITH_DATABASE) {
            say(service.module() + ": migrate of the " + version.label() + " version: "
                    + fleet.migrate(service, version));
        }
    }

    private boolean isKept(String what, List<String> wrong) {
        wrong.forEach(line -> say(what + ": " + line));
        say(what
                + (wrong.isEmpty()
                        ? ": everything that was accepted is in the record once, no request failed, no dead letter"
                        : ": not as it must be"));
        if (!wrong.isEmpty()) {
            say("Logs: " + folder.path() + "/{old,new}/logs");
        }
        return wrong.isEmpty();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
