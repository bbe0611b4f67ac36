package io.averment.stack.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reports that arrive: analyses as analysis-service would send them, with the facts of generated articles under new ids. */
final class Arrivals implements AutoCloseable {
    private static final int TEMPLATES = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 25;
    /** So many reports are looked for at a time: whoever looked for all would measure a service that is busy with looking. */
    private static final int LOOKED_FOR = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;
    private final InstantSource clock;
    private final AtomicInteger failures = new AtomicInteger();
    private final Semaphore looking = new Semaphore(LOOKED_FOR);
    private final List<ObjectNode> templates = new ArrayList<>();

    Arrivals(String bootstrapServers, InstantSource clock) {
        this.clock = clock;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0, "compression.type", "zstd"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void prepare(Connection connection) throws SQLException, IOException {
        String script = GeneratedRecord.script("record-message.sql");
        try (Statement statement = connection.createStatement()) {
            for (int article = 0; article < TEMPLATES; article++) {
                try (ResultSet row = statement.executeQuery(script.replace(":article", Integer.toString(article)))) {
                    row.next();
                    ObjectNode body = JSON.createObjectNode().put("headlineLength", row.getInt(2));
                    body.set("analysis", JSON.readTree(row.getString(1)));
                    templates.add(body);
                }
            }
        }
    }

    /** Sends one report; the broker has it soon after. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback counts failures.
    UUID send(int number, String lane) throws JsonProcessingException {
        UUID article = UUID.randomUUID();
        ObjectNode body = templates.get(number % templates.size()).deepCopy();
        Instant now = clock.instant();
        body.put("articleId", article.toString()).put("revision", 1).put("pipelineFingerprint", "generated");
        body.put("pipelineGeneration", 1).put("firstAcceptedAt", now.toString()).put("acceptedAt", now.toString());
        body.put(
                "recordMonth",
                now.atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7));
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                "averment.analyses." + lane + ".v1", article.toString(), JSON.writeValueAsBytes(body));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "io.averment.analysis.completed.v1",
                        "ce_id", article.toString(),
                        "ce_source", "/averment/analysis",
                        "ce_subject", article.toString(),
                        "ce_tenant", "demo",
                        "ce_lane", lane)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message, (metadata, failure) -> {
            if (failure != null) {
                failures.incrementAndGet();
            }
        });
        return article;
    }

    /** Sends at this rate for a while, and measures how long reports are not visible, one or two of them at a time. */
    Latencies arrive(int rate, Duration duration, Readers readers) throws InterruptedException {
        Latencies visible = new Latencies();
        if (rate == 0) {
            return visible;
        }
        long step = TimeUnit.SECONDS.toNanos(1) / rate;
        long began = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        try (ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number * step < duration.toNanos(); number++) {
                never.await(began + number * step - System.nanoTime(), TimeUnit.NANOSECONDS);
                int report = number;
                watchers.execute(() -> watch(report, readers, visible));
            }
        }
        return visible;
    }

    private void watch(int number, Readers readers, Latencies visible) {
        boolean looks = looking.tryAcquire();
        long sent = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        try {
            UUID article = send(number, "live");
            if (!looks) {
                return;
            }
            while (!readers.isAnswered("/v1/articles/" + article)) {
                if (System.nanoTime() - sent > PATIENCE.toNanos()) {
                    return;
                }
                never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            visible.add(System.nanoTime() - sent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a template cannot be written", impossible);
        } finally {
            if (looks) {
                looking.release();
            }
        }
    }

    /** Sends many at once and waits until all are in the record. Reports a second. */
    double burst(int reports, Connection connection) throws InterruptedException, IOException, SQLException {
        // What was generated may say that it was recorded later than now.
        String count =
                "select count(*) from public.log where lane = 'backfill' and recorded_at >= '" + clock.instant() + "'";
        int before = GeneratedRecord.number(connection, count);
        long began = System.nanoTime();
        for (int number = 0; number < reports; number++) {
            send(number, "backfill");
        }
        producer.flush();
        CountDownLatch never = new CountDownLatch(1);
        while (GeneratedRecord.number(connection, count) - before < reports) {
            if (System.nanoTime() - began > PATIENCE.multipliedBy(10).toNanos()) {
                return Double.NaN;
            }
            never.await(LOOK_MILLIS * 4, TimeUnit.MILLISECONDS);
        }
        return reports / ((System.nanoTime() - began) / 1e9);
    }

    /** Reports that the broker did not take. */
    int failures() {
        return failures.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
