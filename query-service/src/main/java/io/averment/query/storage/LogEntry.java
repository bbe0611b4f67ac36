package io.averment.query.storage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log, as a replay reads it.
 *
 * @param payload empty when it was erased
 */
public record LogEntry(
        Position position,
        String kind,
        LocalDate month,
        String ceId,
        String effect,
        @Nullable Integer generation,
        @SuppressWarnings("ArrayRecordComponent") byte[] payload) {

    /** A place in a tenant's log, which is ordered by instant and number. */
    public record Position(Instant recordedAt, long number) {
        /** Before all entries. */
        public static final Position START = new Position(Instant.EPOCH, 0);
    }
}
