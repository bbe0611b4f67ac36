package io.averment.stack.servers;

import io.averment.stack.kafka.KafkaServer;
import io.averment.stack.kafka.TopicFile;
import io.averment.stack.keycloak.KeycloakServer;
import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The three servers.
 *
 * @param postgres the databases
 * @param kafka the broker
 * @param keycloak the tokens
 */
public record Servers(PostgresServer postgres, KafkaServer kafka, KeycloakServer keycloak) {

    /** Told of each server as it becomes ready. May be called from several threads. */
    @FunctionalInterface
    public interface Progress {
        void ready(String name, Duration took);
    }

    /**
     * Starts all three at the same time.
     *
     * @return the processes once all are ready
     * @throws IOException from the first that does not become ready; whoever owns the guardian ends the others
     */
    public List<Running> start(Guardian guardian, Progress progress) throws IOException, InterruptedException {
        List<Callable<Running>> tasks = List.of(
                timed(progress, () -> {
                    Running running = keycloak.start(guardian);
                    keycloak.awaitReady(running);
                    return running;
                }),
                timed(progress, () -> {
                    Running running = kafka.start(guardian);
                    kafka.awaitReady(running, TopicFile.declared());
                    return running;
                }),
                timed(progress, () -> {
                    Running running = postgres.start(guardian);
                    postgres.awaitReady(running);
                    return running;
                }));
        ExecutorService threads = Executors.newFixedThreadPool(
                tasks.size(), Thread.ofPlatform().daemon().name("start-", 0).factory());
        try {
            return inOrderOfReadiness(new ExecutorCompletionService<>(threads), tasks);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Running> inOrderOfReadiness(CompletionService<Running> starts, List<Callable<Running>> tasks)
            throws IOException, InterruptedException {
        tasks.forEach(starts::submit);
        List<Running> running = new ArrayList<>();
        while (running.size() < tasks.size()) {
            try {
                running.add(starts.take().get());
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failure.getCause());
            }
        }
        return running;
    }

    private static Callable<Running> timed(Progress progress, Callable<Running> start) {
        return () -> {
            long began = System.nanoTime();
            Running running = start.call();
            progress.ready(running.name(), Duration.ofNanos(System.nanoTime() - began));
            return running;
        };
    }
}
