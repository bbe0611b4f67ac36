package io.averment.stack.teststack;

import io.averment.stack.kafka.KafkaServer;
import io.averment.stack.keycloak.KeycloakServer;
import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.Folders;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Ports;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs one set of servers for tests and dev mode, on free ports and with data that it throws away, until its last
 * owner is gone. Owners come and go through files of the folder that is its only argument:
 *
 * <ul>
 *   <li>{@code running}: locked for as long as this process lives, so that there is one at most;
 *   <li>{@code owners/PID-START}: an owner's process id and start time (milliseconds since 1970);
 *   <li>{@code joining}: locked by an owner while it joins, and by this process while it decides to end;
 *   <li>{@code stack.properties}: where the servers are; there when all are ready.
 * </ul>
 */
public final class TestStack {

    /** Where the servers are, for owners. */
    static final String PROPERTIES = "stack.properties";

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Path folder;
    private final CountDownLatch stop = new CountDownLatch(1);

    private TestStack(Path folder) {
        this.folder = folder;
    }

    /** Runs until the last owner is gone, a server ends, or a signal comes. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            new TestStack(Path.of(arguments[0]).toAbsolutePath()).run();
        } catch (StackFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (IOException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (FileChannel channel = open("running")) {
            @Nullable FileLock running = channel.tryLock();
            if (running == null) {
                return;
            }
            Path published = folder.resolve(PROPERTIES);
            Files.deleteIfExists(published);
            deleteLeftovers();
            Path data = Files.createTempDirectory(folder, "data-");
            Guardian guardian = Guardian.start(data.resolve("processes"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                guardian.close();
            }));
            try {
                serve(guardian, data, published);
            } finally {
                Files.deleteIfExists(published);
                guardian.close();
                Folders.delete(data);
            }
        }
    }

    private void serve(Guardian guardian, Path data, Path published) throws IOException, InterruptedException {
        Servers servers = servers(data, Ports.free(5));
        List<Running> processes = servers.start(
                guardian,
                (name, took) ->
                        System.out.printf(Locale.ROOT, "%s is ready after %.1f s%n", name, took.toMillis() / 1000.0));
        publish(servers, published);
        while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            for (Running process : processes) {
                process.requireAlive();
            }
            if (isDeserted(published)) {
                return;
            }
        }
    }

    private Servers servers(Path data, List<Integer> ports) throws StackFailure {
        Checkout checkout = Checkout.fromSystemProperties();
        return new Servers(
                new PostgresServer(
                        ports.get(0),
                        data.resolve("postgresql"),
                        folder.resolve("postgresql.log"),
                        PostgresServer.Use.THROWN_AWAY),
                new KafkaServer(
                        new KafkaServer.KafkaPorts(ports.get(1), ports.get(2)),
                        data.resolve("kafka"),
                        folder.resolve("kafka.log")),
                new KeycloakServer(
                        new KeycloakServer.KeycloakPorts(ports.get(3), ports.get(4)),
                        checkout.keycloakArchive(),
                        checkout.realm(),
                        data.resolve("keycloak"),
                        folder.resolve("keycloak.log")));
    }

    private void publish(Servers servers, Path published) throws IOException {
        Properties properties = new Properties();
        properties.put("kafka.bootstrap.servers", servers.kafka().bootstrapServers());
        properties.put("quarkus.oidc.auth-server-url", servers.keycloak().realmUrl());
        for (String database : PostgresServer.DATABASES) {
            properties.put(database + ".url", servers.postgres().url(database));
            for (String role : List.of("owner", "service")) {
                String name = database + "_" + role;
                properties.put(database + "." + role + ".username", name);
                properties.put(database + "." + role + ".password", PostgresServer.password(name));
            }
        }
        Path draft = folder.resolve(PROPERTIES + ".draft");
        try (Writer file = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            properties.store(file, null);
        }
        Files.move(draft, published, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether no owner lives; if so, nobody can join any more once this returns. */
    private boolean isDeserted(Path published) throws IOException {
        if (anyOwnerLives()) {
            return false;
        }
        try (FileChannel channel = open("joining")) {
            @Nullable FileLock joining = channel.tryLock();
            if (joining == null || anyOwnerLives()) {
                return false;
            }
            Files.deleteIfExists(published);
            return true;
        }
    }

    private boolean anyOwnerLives() throws IOException {
        Path owners = Files.createDirectories(folder.resolve("owners"));
        boolean any = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(owners)) {
            for (Path file : files) {
                if (Owner.parse(file.getFileName().toString()).isAlive()) {
                    any = true;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return any;
    }

    /** Data of a stack that was killed; its servers may still be ending, so what cannot be deleted waits for the next start. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "data-*")) {
            for (Path leftover : leftovers) {
                try {
                    Folders.delete(leftover);
                } catch (IOException stillWritten) {
                    System.err.println("not deleted yet: " + leftover);
                }
            }
        }
    }

    private FileChannel open(String lock) throws IOException {
        return FileChannel.open(folder.resolve(lock), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
