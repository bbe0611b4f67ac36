package io.averment.ingest.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The way a message takes, each with topics and consumers of its own, so that an archive never delays news. */
public enum Lane {
    /** News, as it is published. */
    LIVE,
    /** Archives. */
    BACKFILL,
    /** Articles published once more for a newer pipeline; clients cannot name it. */
    REANALYSIS;

    /** As it stands in messages and in the names of topics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lane of that label; nothing for any other text. */
    public static Optional<Lane> parse(String label) {
        return Arrays.stream(values())
                .filter(lane -> lane.label().equals(label))
                .findFirst();
    }
}
