package io.averment.stack.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.stack.process.StackFailure;
import io.averment.stack.samples.Api;
import io.averment.stack.samples.SampleReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The sample reports again and again, each under an address of its own. */
final class SentReports {
    private static final int SENDERS = 8;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final Path samples;
    private final String name;

    /** @param name tells these reports from others that are there */
    SentReports(Api api, Path samples, String name) {
        this.api = api;
        this.samples = samples;
        this.name = name;
    }

    /** Sends so many and waits until the record has all of them. Reports a second. */
    double send(int count) throws IOException, InterruptedException {
        List<SampleReport> templates = SampleReport.allIn(samples);
        String token = api.token();
        long began = System.nanoTime();
        List<Callable<String>> sendings = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            SampleReport template = templates.get(number % templates.size());
            String address = "https://bench.example.org/" + name + '/' + number;
            sendings.add(() -> api.send(
                            token,
                            new SampleReport(
                                    address,
                                    new SampleReport.Source(template.source().outlet(), address),
                                    body(template, address)))
                    .id());
        }
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (Future<String> sent : senders.invokeAll(sendings)) {
                await(token, sent.get(), began + LIMIT.toNanos());
            }
        } catch (ExecutionException failure) {
            throw new IOException("a report could not be sent", failure.getCause());
        }
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private static String body(SampleReport template, String address) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(template.body());
        return JSON.writeValueAsString(body.put("address", address));
    }

    private void await(String token, String article, long deadline) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (api.find(token, article).isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new StackFailure("Article " + article + " is not in the record yet.");
            }
            never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
