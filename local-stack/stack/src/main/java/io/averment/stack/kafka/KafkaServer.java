package io.averment.stack.kafka;

import io.averment.stack.process.Guardian;
import io.averment.stack.process.Launch;
import io.averment.stack.process.Ports;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.process.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker that is its own controller (KRaft), on loopback, from the ordinary server jars.
 *
 * @param ports where it listens
 * @param folder where it keeps its data
 * @param log the file with its output
 */
public record KafkaServer(KafkaPorts ports, Path folder, Path log) {

    private static final int NODE = 1;
    /** Constant, so that data survives; it only has to differ between clusters that could meet. */
    private static final String CLUSTER = new Uuid(0x61_76_65_72_6d_65_6e_74L, 1).toString();

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    /**
     * The two ports of a broker.
     *
     * @param broker for clients
     * @param controller for the broker itself
     */
    public record KafkaPorts(int broker, int controller) {}

    /** What clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    /** Starts the broker process; see {@link #awaitReady}. */
    public Running start(Guardian guardian) throws IOException {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        format(data);
        Path settings = folder.resolve("server.properties");
        try (OutputStream file = Files.newOutputStream(settings)) {
            settings(data).store(file, "Written at every start.");
        }
        return guardian.start(new Launch(
                "kafka", Launch.Stage.SERVER, Launch.StopSignal.TERM, command(settings), Map.of(), folder, log));
    }

    private List<String> command(Path settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        String logging = System.getProperty("averment.broker.logging", "");
        if (!logging.isEmpty()) {
            command.add("-Djava.util.logging.config.file=" + logging);
        }
        command.addAll(List.of("-cp", serverClassPath(), "kafka.Kafka", settings.toString()));
        return command;
    }

    /** The jars of this process; without folders, since a JVM with a folder on its class path cannot use an AOT cache. */
    private static String serverClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void format(Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER)
                    .setNodeId(NODE)
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new StackFailure("Kafka's data folder could not be prepared: " + data, failure);
        }
    }

    private Properties settings(Path data) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + ports.controller());
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + ports.broker() + ",CONTROLLER://127.0.0.1:" + ports.controller());
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.broker());
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A single broker: nobody to copy to, and nobody to hand over to when it ends.
        for (String replicated : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(replicated + ".replication.factor", "1");
            settings.put(replicated + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("controlled.shutdown.enable", "false");
        // A laptop's share of memory and threads.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.index.size.max.bytes", "1048576");
        return settings;
    }

    /** Waits until the broker answers and has every declared topic, making those that are missing. */
    public void awaitReady(Running broker, List<Topic> topics) throws IOException, InterruptedException {
        Waiting.until(broker, START_LIMIT, () -> Ports.isListening(ports.broker()));
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Long.toString(CALL_LIMIT.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Long.toString(CALL_LIMIT.toMillis())))) {
            Waiting.until(broker, START_LIMIT, () -> haveTopics(admin, topics));
        }
    }

    private static boolean haveTopics(Admin admin, List<Topic> topics) throws IOException, InterruptedException {
        Set<String> present = result(admin.listTopics().names());
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList();
        if (missing.isEmpty()) {
            return true;
        }
        result(admin.createTopics(missing).all());
        return false;
    }

    private static <T> T result(KafkaFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException(failure);
        }
    }
}
