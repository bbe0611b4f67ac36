package io.averment.stack.devservices;

import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The test stack of a checkout: joined when it runs, started when it does not, never stopped from here. It ends by itself with the
 * last Maven or IDE process that joined it. The files by which both sides agree are described at
 * {@code io.averment.stack.teststack.TestStack}.
 */
public final class SharedStack implements Startable {

    private static final Logger LOG = Logger.getLogger(SharedStack.class);
    private static final String MAIN = "io.averment.stack.teststack.TestStack";
    /** Enough to unpack and build Keycloak on a slow machine, the first time. */
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final StackBuild build;
    private final Properties settings = new Properties();

    private SharedStack(StackBuild build) {
        this.build = build;
    }

    /** The stack of the checkout that the current folder is in. */
    static SharedStack ofThisCheckout() {
        return new SharedStack(StackBuild.find(Path.of("").toAbsolutePath()));
    }

    String setting(String name) {
        @Nullable String value = settings.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the test stack does not say " + name);
        }
        return value;
    }

    @Override
    public void start() {
        long began = System.nanoTime();
        try {
            join(Files.createDirectories(build.folder()));
        } catch (IOException failure) {
            throw new UncheckedIOException("The test stack did not start; see " + build.folder(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        LOG.debugf("joined the test stack in %s after %s", build.folder(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void join(Path folder) throws IOException, InterruptedException {
        try (FileChannel channel = open(folder.resolve("joining"))) {
            // Held until the channel closes.
            channel.lock();
            Path owners = Files.createDirectories(folder.resolve("owners"));
            Files.writeString(owners.resolve(owner()), "");
            Path published = folder.resolve("stack.properties");
            // One that runs may be ending already, since its last owner has gone; then it never says where its servers
            // are.
            boolean joined = isRunning(folder) && isPublished(published, () -> isRunning(folder));
            if (!joined) {
                startOne(folder, published);
            }
            try (Reader file = Files.newBufferedReader(published, StandardCharsets.UTF_8)) {
                settings.load(file);
            }
        }
    }

    private static boolean isRunning(Path folder) throws IOException {
        try (FileChannel channel = open(folder.resolve("running"))) {
            @Nullable FileLock running = channel.tryLock();
            return running == null;
        }
    }

    private void startOne(Path folder, Path published) throws IOException, InterruptedException {
        // Left by a stack that was killed.
        Files.deleteIfExists(published);
        Process process = build.start(MAIN, folder);
        if (!isPublished(published, process::isAlive)) {
            throw new IOException("it ended while starting: " + lastLine(folder.resolve("stack.log")));
        }
    }

    /** Whether a stack is still there. */
    @FunctionalInterface
    private interface Life {
        boolean isLeft() throws IOException;
    }

    /** Waits until a stack says where its servers are; false when it ends without that. */
    private static boolean isPublished(Path published, Life stack) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(published)) {
            if (!stack.isLeft()) {
                return false;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("it was not ready within " + START_LIMIT.toMinutes() + " minutes");
            }
            NEVER.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private static String lastLine(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log).stream().reduce("", (first, second) -> second) : "";
    }

    /** The nearest Java process above this one: Maven, which outlives the many that run its tests; else this one. */
    private static String owner() {
        ProcessHandle owner = ProcessHandle.current();
        for (Optional<ProcessHandle> next = owner.parent();
                next.isPresent();
                next = next.get().parent()) {
            if (next.get().info().command().orElse("").endsWith("/java")) {
                owner = next.get();
                break;
            }
        }
        long started = owner.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return owner.pid() + "-" + started;
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public String getConnectionInfo() {
        return settings.getProperty("kafka.bootstrap.servers", "not started");
    }

    /** There is no container. */
    @Override
    public @Nullable String getContainerId() {
        return null;
    }

    /** Nothing to do: others may use it, and it watches its owners itself. */
    @Override
    public void close() {}
}
