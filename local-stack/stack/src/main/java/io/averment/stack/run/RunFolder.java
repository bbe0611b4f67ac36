package io.averment.stack.run;

import io.averment.stack.process.Folders;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code run} keeps what survives it: {@code .averment} in the repository, with folders inside it for other commands.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

    private static final long LEAST_DISK = 512L << 20;
    private static final Duration END_LIMIT = Duration.ofSeconds(45);
    private static final String BOOTSTRAP = "kafka.bootstrap.servers";

    /** The folder of a repository, unless the system property {@code averment.state} names another, as tests do. */
    public static RunFolder of(Path root) {
        @Nullable String other = System.getProperty("averment.state");
        return new RunFolder(
                other == null ? root.resolve(".averment") : Path.of(other).toAbsolutePath());
    }

    /** A folder in it, for something that is not to mix with a run. */
    public RunFolder inside(String name) {
        return new RunFolder(path.resolve(name));
    }

    /** The servers' data; all of it is forgotten with {@code --fresh}. */
    public Path data() {
        return path.resolve("data");
    }

    /** The log file of a process. */
    public Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    /** The guardian's files. */
    public Path processes() {
        return path.resolve("processes");
    }

    /**
     * Takes the folder for this process.
     *
     * @param fresh whether to forget what is in it
     * @return the lock, to be held on to: collected as garbage it would be released
     * @throws StackFailure if another run has it, or the disk is nearly full
     */
    public FileChannel take(boolean fresh) throws IOException, InterruptedException {
        Files.createDirectories(path);
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_DISK) {
            throw new StackFailure("Only " + (free >> 20) + " MiB are free on the disk of " + path + "; a run needs "
                    + (LEAST_DISK >> 20) + " MiB. Make room, then try again.");
        }
        FileChannel lock = Folders.lock(path.resolve("lock"))
                .orElseThrow(() -> new StackFailure(
                        "Another run has " + path + ". End it with Ctrl-C in its terminal, or wait for its end."));
        // An earlier run that was killed: its processes are being ended, but may not have ended yet.
        if (!Guardian.awaitEarlier(processes(), END_LIMIT)) {
            throw new StackFailure("An earlier run has not ended yet. Try again in a moment.");
        }
        Folders.delete(processes());
        Folders.delete(path.resolve("logs"));
        if (fresh) {
            Folders.delete(data());
        }
        Files.createDirectories(data());
        Files.createDirectories(path.resolve("logs"));
        return lock;
    }

    /** Leaves word where the broker is, for commands in other terminals. */
    void publish(String bootstrapServers) throws IOException {
        Properties properties = new Properties();
        properties.put(BOOTSTRAP, bootstrapServers);
        try (var file = Files.newBufferedWriter(path.resolve("run.properties"))) {
            properties.store(file, null);
        }
    }

    /** Where the broker of the latest run is or was. */
    public String bootstrapServers() throws IOException {
        Path file = path.resolve("run.properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties.getProperty(BOOTSTRAP, "127.0.0.1:" + new RunPorts(RunPorts.DEFAULT_BASE).kafka());
    }
}
