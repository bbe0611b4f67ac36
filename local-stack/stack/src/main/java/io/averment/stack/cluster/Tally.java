package io.averment.stack.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the answers to requests, by service. Thread-safe. */
public final class Tally {

    /** How a request ended. */
    enum Outcome {
        ANSWERED,
        /** 429 or 503 with Retry-After: the client was told to send it again, and when. */
        TOLD_TO_REPEAT,
        /** Anything else. */
        FAILED
    }

    private final Map<String, Integer> answered = new TreeMap<>();
    private final Map<String, Integer> repeated = new TreeMap<>();
    private final Map<String, Map<String, Integer>> failed = new TreeMap<>();
    private final Map<String, Long> longest = new TreeMap<>();

    /**
     * Counts one.
     *
     * @param how a word or two on the answer: its status, or what became of the connection
     */
    synchronized void add(String service, Outcome outcome, String how, long nanos) {
        switch (outcome) {
            case ANSWERED -> {
                answered.merge(service, 1, Integer::sum);
                longest.merge(service, nanos, Long::max);
            }
            case TOLD_TO_REPEAT -> repeated.merge(service, 1, Integer::sum);
            case FAILED ->
                failed.computeIfAbsent(service, each -> new TreeMap<>()).merge(how, 1, Integer::sum);
        }
    }

    /** Requests that failed without being told to repeat. */
    public synchronized int failures() {
        return failed.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** One line a service. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Integer> service : answered.entrySet()) {
            String name = service.getKey();
            Map<String, Integer> kinds = failed.getOrDefault(name, Map.of());
            int failures = kinds.values().stream().mapToInt(Integer::intValue).sum();
            lines.add(name + ": " + service.getValue() + " answered, the slowest after "
                    + longest.getOrDefault(name, 0L) / 1_000_000 + " ms; " + repeated.getOrDefault(name, 0)
                    + " told to repeat; " + failures + " failed" + (kinds.isEmpty() ? "" : " " + kinds));
        }
        for (Map.Entry<String, Map<String, Integer>> service : failed.entrySet()) {
            if (!answered.containsKey(service.getKey())) {
                lines.add(service.getKey() + ": none answered; failed " + service.getValue());
            }
        }
        return lines;
    }
}
