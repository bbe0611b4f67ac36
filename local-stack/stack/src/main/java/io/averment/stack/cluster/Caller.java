package io.averment.stack.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.cluster.Tally.Outcome;
import io.averment.stack.samples.Api;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A client that does as it is told: it repeats what failed, after as long as it was asked to wait. Thread-safe. */
public final class Caller {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    private static final Duration TOKEN_AGE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final Tally tally;
    private final CountDownLatch never = new CountDownLatch(1);
    private String token;
    private long tokenTaken;

    /** @param tally counts what it is answered, its tokens too */
    public Caller(Api api, Tally tally) throws IOException, InterruptedException {
        this.api = api;
        this.tally = tally;
        this.token = patiently(api::token);
        this.tokenTaken = System.nanoTime();
    }

    /**
     * Asks for something again that was not answered in time, as happens where few processors start many services.
     *
     * @throws HttpTimeoutException from the last of a few attempts
     */
    public static <T> T patiently(Question<T> question) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (HttpTimeoutException late) {
                if (attempt == ATTEMPTS) {
                    throw late;
                }
            }
        }
    }

    /** Something to be asked. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    public static HttpRequest.Builder post(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    public static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).GET();
    }

    /**
     * Sends until it is answered with a success or with {@code accepted}, or until there is no time left.
     *
     * @param request made anew each time, since the service may have moved meanwhile
     * @param accepted a status below 500 that is an answer too; others of 400 to 499 are failures
     * @param patience how long it is repeated; zero for once
     */
    public Optional<Answer> call(String service, Supplier<HttpRequest.Builder> request, int accepted, Duration patience)
            throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            Duration pause = PAUSE;
            long sent = System.nanoTime();
            try {
                HttpResponse<String> response = api.client()
                        .send(
                                request.get()
                                        .setHeader("Authorization", "Bearer " + token())
                                        .timeout(CALL_LIMIT)
                                        .build(),
                                BodyHandlers.ofString());
                long took = System.nanoTime() - sent;
                int status = response.statusCode();
                Optional<String> retry = response.headers().firstValue("Retry-After");
                if (status / 100 == 2 || status == accepted) {
                    tally.add(service, Outcome.ANSWERED, "", took);
                    return Optional.of(new Answer(status, response.body()));
                }
                if ((status == 429 || status == 503) && retry.isPresent()) {
                    tally.add(service, Outcome.TOLD_TO_REPEAT, "", took);
                    pause = pause(retry.get());
                } else {
                    tally.add(service, Outcome.FAILED, Integer.toString(status), took);
                }
            } catch (IOException | UnresolvedAddressException failure) {
                tally.add(service, Outcome.FAILED, kind(failure), System.nanoTime() - sent);
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                return Optional.empty();
            }
            never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body as text
     */
    public record Answer(int status, String body) {
        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    private static Duration pause(String retryAfter) {
        if (!retryAfter.matches("[0-9]{1,4}")) {
            return PAUSE;
        }
        long seconds = Math.min(Integer.parseInt(retryAfter), LONGEST_PAUSE.toSeconds());
        return seconds == 0 ? PAUSE : Duration.ofSeconds(seconds);
    }

    private static String kind(Exception failure) {
        return switch (failure) {
            case HttpConnectTimeoutException timeout -> "not connected";
            case HttpTimeoutException timeout -> "no answer";
            case ConnectException refused -> "not connected";
            default -> "connection lost";
        };
    }

    /** A token that is young enough; an older one while there is no other to be had. */
    private synchronized String token() throws InterruptedException {
        if (System.nanoTime() - tokenTaken > TOKEN_AGE.toNanos()) {
            long began = System.nanoTime();
            try {
                token = api.token();
                tokenTaken = System.nanoTime();
                tally.add("tokens", Outcome.ANSWERED, "", System.nanoTime() - began);
            } catch (IOException failure) {
                tally.add("tokens", Outcome.FAILED, kind(failure), System.nanoTime() - began);
                // Asked for again in ten seconds, not by every request meanwhile.
                tokenTaken = System.nanoTime() - TOKEN_AGE.toNanos() + TimeUnit.SECONDS.toNanos(10);
            }
        }
        return token;
    }
}
