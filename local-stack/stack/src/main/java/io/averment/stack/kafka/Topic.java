package io.averment.stack.kafka;

import java.util.Map;

/**
 * A topic as declared.
 *
 * @param name its name
 * @param partitions how many partitions, at least 1
 * @param settings topic settings by Kafka's names
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    public Topic {
        settings = Map.copyOf(settings);
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least one partition");
        }
    }
}
