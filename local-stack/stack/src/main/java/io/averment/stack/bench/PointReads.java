package io.averment.stack.bench;

import io.averment.stack.postgres.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of one fact as fast as they are answered, by the service and by the same SQL under pgbench. */
final class PointReads {
    private static final int CLIENTS = 8;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final int articles;
    private final Duration duration;

    PointReads(int articles, Duration duration) {
        this.articles = articles;
        this.duration = duration;
    }

    /** Reads a second through the service. */
    double throughService(Readers readers, List<String> ids) {
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < CLIENTS; number++) {
                SplittableRandom random = new SplittableRandom(number);
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        String id = ids.get(random.nextInt(ids.size()));
                        if (readers.isAnswered("/v1/statements/" + id + ":s1")) {
                            answered.incrementAndGet();
                        }
                    }
                });
            }
        }
        return answered.get() / (double) duration.toSeconds();
    }

    /** Transactions a second of the same statements; empty when pgbench is not installed. */
    Optional<Double> underPgbench(PostgresServer server, Path folder) throws IOException, InterruptedException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path script = folder.resolve("point-read.pgbench");
        Files.writeString(script, GeneratedRecord.script("point-read.pgbench"));
        ProcessBuilder builder = new ProcessBuilder(
                program.get().toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(server.port()),
                "-U",
                "query_service",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(CLIENTS),
                "-j",
                "2",
                "-T",
                Long.toString(duration.toSeconds()),
                "-D",
                "articles=" + articles,
                "-f",
                script.toString(),
                "query");
        builder.environment().put("PGPASSWORD", PostgresServer.password("query_service"));
        builder.environment()
                .put(
                        "PGOPTIONS",
                        "-c search_path=record,public -c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan");
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench did not work: " + output.strip());
        }
        return Optional.of(Double.parseDouble(rate.group(1)));
    }

    private static Optional<Path> program() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (DirectoryStream<Path> installed = Files.newDirectoryStream(versions)) {
                for (Path version : installed) {
                    Path program = version.resolve("bin/pgbench");
                    if (Files.isExecutable(program)) {
                        return Optional.of(program);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
