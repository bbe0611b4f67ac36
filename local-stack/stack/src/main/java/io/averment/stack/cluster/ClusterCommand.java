package io.averment.stack.cluster;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.samples.Api;
import io.averment.stack.samples.SampleRun;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;

/** {@code cluster ...}: what {@code ./averment k8s try} runs in pods. Its answers are lines that begin with a word and a colon. */
public final class ClusterCommand {

    private static final Set<String> OPTIONS =
            Set.of("--namespace", "--samples", "--name", "--rate", "--seconds", "--group", "--topic", "--members");
    private static final String USER = "carl";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int HOUR = 3600;
    private static final int ATTEMPTS = 3;

    private ClusterCommand() {}

    /** Runs one; the answer is the exit code. */
    public static int run(List<String> words, PrintStream out) throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of(), OPTIONS);
        List<String> rest = arguments.rest();
        Addresses addresses = Addresses.of(arguments);
        return switch (rest.isEmpty() ? "" : rest.getFirst()) {
            case "samples" -> code(samples(addresses, arguments, out));
            case "load" -> code(load(addresses, arguments, out));
            case "press" -> press(addresses, arguments, out);
            case "connect" ->
                code(Connections.parse(rest.subList(1, rest.size())).run(seconds(arguments), out));
            case "dead-letters", "order", "shares" -> code(broker(rest.getFirst(), addresses, arguments, out));
            default ->
                throw new UsageFailure(
                        "cluster does one of samples, load, press, connect, dead-letters, order, shares");
        };
    }

    private static int code(boolean right) {
        return right ? 0 : 1;
    }

    private static Duration seconds(Arguments arguments) throws UsageFailure {
        return Duration.ofSeconds(arguments.number("--seconds", 1, HOUR).orElse(60));
    }

    private static boolean samples(Addresses addresses, Arguments arguments, PrintStream out)
            throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            Path folder = Path.of(arguments.value("--samples").orElse("/samples"));
            SampleRun run = new SampleRun(api(client, addresses), folder, Path.of("/tmp/sent.properties"));
            SampleRun.Outcome outcome = patiently(run, out);
            List<String> shortfalls = run.shortfalls(outcome);
            int statements = outcome.articles().values().stream()
                    .mapToInt(article -> article.statements().size())
                    .sum();
            out.println(
                    "samples: " + outcome.outcomes() + ", " + outcome.articles().size() + " articles and " + statements
                            + " statements in the record, " + shortfalls.size() + " differences from what is expected");
            shortfalls.forEach(shortfall -> out.println("samples: " + shortfall));
            out.println("verdict: " + (shortfalls.isEmpty() ? "as expected" : "not as expected"));
            return shortfalls.isEmpty();
        }
    }

    /** The first requests of services that have just begun take long where there are few processors. */
    private static SampleRun.Outcome patiently(SampleRun run, PrintStream out)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return run.run(() -> {});
            } catch (HttpTimeoutException late) {
                if (attempt == ATTEMPTS) {
                    throw late;
                }
                out.println("samples: not answered in time; sent again");
            }
        }
    }

    private static boolean load(Addresses addresses, Arguments arguments, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        int rate = arguments.number("--rate", 1, 1000).orElse(4);
        String name = arguments.value("--name").orElse("one");
        Tally tally = new Tally();
        try (HttpClient client = client()) {
            Api api = api(client, addresses);
            Load load = new Load(
                    addresses, new Caller(api, tally), new Caller(api, new Tally()), tally, name, PATIENCE, out);
            CountDownLatch done = new CountDownLatch(1);
            // Kubernetes ends a pod with TERM; what was accepted is still looked for.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                load.stop();
                try {
                    done.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
            try {
                return load.run(rate, seconds(arguments));
            } finally {
                done.countDown();
            }
        }
    }

    private static int press(Addresses addresses, Arguments arguments, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        try (HttpClient client = client()) {
            Pressure.run(addresses, new Caller(api(client, addresses), new Tally()), seconds(arguments), out);
        }
        return 0;
    }

    private static boolean broker(String what, Addresses addresses, Arguments arguments, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        String topic = arguments.value("--topic").orElse("averment.analyses.live.v1");
        try (BrokerView broker = new BrokerView(addresses.broker())) {
            return switch (what) {
                case "dead-letters" -> broker.deadLetters(out);
                case "order" -> broker.order(topic, out);
                default ->
                    broker.shares(
                            arguments.value("--group").orElse(""),
                            topic,
                            arguments.number("--members", 1, 100).orElse(1),
                            seconds(arguments),
                            out);
            };
        } catch (KafkaException failure) {
            throw new IOException("the broker could not be asked: " + failure.getCause(), failure);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static Api api(HttpClient client, Addresses addresses) {
        return new Api(client, addresses.realm(), addresses.ingest(), addresses.query(), USER);
    }
}
