package io.averment.analysis.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the configured lanes into topics and the name of the consumer group. */
@Singleton
class Subscription {

    private final Set<Lane> lanes;

    Subscription(MessagingConfiguration configuration) {
        this.lanes = EnumSet.noneOf(Lane.class);
        for (String label : configuration.lanes()) {
            lanes.add(Lane.ofLabel(label)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "averment.lanes names '" + label + "'; the lanes are live, backfill and reanalysis")));
        }
    }

    /** The part of the channel's configuration that follows from the lanes. */
    @Produces
    @Identifier("averment-articles")
    @Singleton
    Map<String, Object> channel() {
        String topics = lanes.stream().map(Lane::articlesTopic).collect(Collectors.joining(","));
        String group = lanes.stream().map(Lane::label).collect(Collectors.joining("-", "averment-analysis-", ""));
        return Map.of("topics", topics, "group.id", group);
    }
}
