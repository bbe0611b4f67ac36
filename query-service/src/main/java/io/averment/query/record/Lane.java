package io.averment.query.record;

import java.util.Locale;
import java.util.Optional;

/** The way that a message came: an archive or a re-analysis never delays the news. */
public enum Lane {
    LIVE,
    BACKFILL,
    REANALYSIS;

    /** As in messages and configuration: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lane of this label; empty when there is none. */
    public static Optional<Lane> ofLabel(String label) {
        for (Lane lane : values()) {
            if (lane.label().equals(label)) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }
}
