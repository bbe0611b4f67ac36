package io.averment.stack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes and answers for their end. It is a process of its own that reads a pipe from this one: when the pipe closes, be
 * it by {@link #close}, by a crash or by {@code kill -9}, it ends all that it started, in order and then by force. Since it is
 * itself the parent, there is no moment at which a process runs without it knowing. Thread-safe.
 */
public final class Guardian implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final String PID = "guardian.pid";
    private static final Duration LONGEST_END = GRACE.multipliedBy(3);

    private final Path folder;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final List<Running> started = new ArrayList<>();
    private int scripts;

    private Guardian(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts the guardian.
     *
     * @param folder where it keeps the start scripts of its processes; made when missing
     */
    public static Guardian start(Path folder) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", program(), "averment-guardian", Long.toString(GRACE.toSeconds()));
        builder.redirectError(folder.resolve("guardian.log").toFile());
        Process process = builder.start();
        Files.writeString(folder.resolve(PID), identity(process.toHandle()));
        return new Guardian(folder, process);
    }

    /**
     * Waits for the end of the guardian that used a folder before, if there is one.
     *
     * @return whether none is left
     */
    public static boolean awaitEarlier(Path folder, Duration limit) throws IOException, InterruptedException {
        Path file = folder.resolve(PID);
        if (!Files.exists(file)) {
            return true;
        }
        String earlier = Files.readString(file);
        Optional<ProcessHandle> process = ProcessHandle.allProcesses()
                .filter(candidate -> identity(candidate).equals(earlier))
                .findAny();
        return process.isEmpty() || Waiting.forEnd(process.get(), limit);
    }

    /** A later process with the same id has another start time. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String program() throws IOException {
        try (InputStream script = Guardian.class.getResourceAsStream("guardian.sh")) {
            if (script == null) {
                throw new IllegalStateException("guardian.sh is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Starts a process; it runs when this returns, though it need not be ready for anything. */
    public Running start(Launch launch) throws IOException {
        return start(launch, launch.script())
                .orElseThrow(() -> new StackFailure(launch.name() + " ended at once; see " + launch.log()));
    }

    /**
     * Runs a process to its end.
     *
     * @param limit how long it may take; it is ended by force after that
     * @throws StackFailure if it fails or takes longer
     */
    public void run(Launch launch, Duration limit) throws IOException, InterruptedException {
        Path status = folder.resolve(launch.name() + ".status");
        Files.deleteIfExists(status);
        Optional<Running> running = start(launch, launch.scriptReportingTo(status));
        if (running.isPresent() && !Waiting.forEnd(running.get().handle(), limit)) {
            running.get().handle().descendants().forEach(ProcessHandle::destroyForcibly);
            running.get().handle().destroyForcibly();
            throw new StackFailure(
                    launch.name() + " took longer than " + limit.toSeconds() + " s; see " + launch.log());
        }
        if (!Files.exists(status) || !Files.readString(status).strip().equals("0")) {
            throw new StackFailure(launch.name() + " failed; see " + launch.log());
        }
    }

    /** Empty when the process has ended already. */
    private synchronized Optional<Running> start(Launch launch, String script) throws IOException {
        Files.createDirectories(launch.directory());
        Path file = folder.resolve(++scripts + "-" + launch.name() + ".sh");
        Files.writeString(file, script);
        requests.write("start " + launch.stage().rank() + " " + launch.stop() + " " + file + "\n");
        requests.flush();
        @Nullable String pid = answers.readLine();
        if (pid == null) {
            throw new StackFailure("the guardian of the local stack is gone; see " + folder.resolve("guardian.log"));
        }
        Optional<Running> running =
                ProcessHandle.of(Long.parseLong(pid)).map(handle -> new Running(launch.name(), handle, launch.log()));
        running.ifPresent(started::add);
        return running;
    }

    /** Fails in words for people when the guardian itself is gone, so that nothing would be ended. */
    public void requireAlive() throws StackFailure {
        if (!process.isAlive()) {
            throw new StackFailure("the guardian of the local stack was ended; see " + folder.resolve("guardian.log"));
        }
    }

    /** Ends every process, services first, and returns when all are gone. May be called again, and from a shutdown hook. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // What matters is below: whether it ended its processes.
        }
        try {
            if (process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        endByForce();
    }

    /** Only when the guardian itself was killed. */
    private synchronized void endByForce() {
        for (Running running : started.reversed()) {
            running.handle().descendants().forEach(ProcessHandle::destroyForcibly);
            running.handle().destroyForcibly();
        }
        process.destroyForcibly();
    }
}
