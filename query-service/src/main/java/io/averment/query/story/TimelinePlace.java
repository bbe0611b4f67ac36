package io.averment.query.story;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.ListFingerprint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * The place of an entry in a timeline: by its day, then by its article (the order of acceptance, then of ids), its rank there and its
 * position. As a cursor it is opaque to clients and good only for the timeline that it was made for.
 *
 * @param rank 0 for the article, 1 for statements, 2 for steps of commitments, 3 for lapses
 * @param position of the fact in its article
 */
record TimelinePlace(LocalDate day, Instant firstAcceptedAt, UUID article, int rank, int position) {
    /** Before all entries. */
    static final TimelinePlace START = new TimelinePlace(LocalDate.of(1, 1, 1), Instant.EPOCH, new UUID(0, 0), -1, 0);

    private static final LocalDate END = LocalDate.of(9999, 12, 31);
    private static final long LARGEST_MICROS = 253_402_300_799_999_999L;
    private static final byte FORM = 3;
    private static final int BYTES = 1 + 5 * Long.BYTES + 2 * Integer.BYTES;

    /** The text that clients get. */
    String encode(ListFingerprint list) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(FORM)
                .putLong(list.value())
                .putLong(day.toEpochDay())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, firstAcceptedAt))
                .putLong(article.getMostSignificantBits())
                .putLong(article.getLeastSignificantBits())
                .putInt(rank)
                .putInt(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws ProblemException when the text is no place in this timeline */
    static TimelinePlace decode(String text, ListFingerprint list) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES && bytes.get() == FORM && bytes.getLong() == list.value()) {
                return new TimelinePlace(
                        LocalDate.ofEpochDay(Math.clamp(bytes.getLong(), START.day.toEpochDay(), END.toEpochDay())),
                        Instant.EPOCH.plus(Math.clamp(bytes.getLong(), 0, LARGEST_MICROS), ChronoUnit.MICROS),
                        new UUID(bytes.getLong(), bytes.getLong()),
                        bytes.getInt(),
                        bytes.getInt());
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, like every other text that is no cursor
        }
        throw new ProblemException(
                ProblemType.INVALID_CURSOR, "The cursor was not made by this service for a page of this timeline.");
    }
}
