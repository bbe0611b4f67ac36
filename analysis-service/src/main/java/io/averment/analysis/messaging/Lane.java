package io.averment.analysis.messaging;

import java.util.Locale;
import java.util.Optional;

/** Separate ways for the same messages, so that an archive never delays news. */
enum Lane {
    LIVE,
    BACKFILL,
    REANALYSIS;

    /** As it stands in topics and messages. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Lane> ofLabel(String label) {
        for (Lane lane : values()) {
            if (lane.label().equals(label)) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }

    /** Where ingest publishes articles. */
    String articlesTopic() {
        return "averment.articles." + label() + ".v1";
    }

    /** Where analyses are published. */
    String analysesTopic() {
        return "averment.analyses." + label() + ".v1";
    }
}
