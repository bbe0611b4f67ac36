package io.averment.query.story;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.ListFingerprint;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * The place of an entry in a timeline: by its day, then by its article (the order of acceptance, then of ids), its rank there, its position, and
 * last by its fact, since a statement and a commitment of one article may have one position. As a cursor it is opaque to clients and good only
 * for the timeline that it was made for.
 *
 * @param rank 0 for the article, 1 for statements, 2 for steps of commitments, 3 for lapses
 * @param position of the fact in its article
 * @param fact id of the fact in its article, in the order of its bytes; empty for the article
 */
record TimelinePlace(LocalDate day, Instant firstAcceptedAt, UUID article, int rank, int position, String fact) {
    /** Before all entries. */
    static final TimelinePlace START =
            new TimelinePlace(LocalDate.of(1, 1, 1), Instant.EPOCH, new UUID(0, 0), -1, 0, "");

    private static final long LARGEST_MICROS = 253_402_300_799_999_999L;

    /** After all reports. */
    static final TimelinePlace END = new TimelinePlace(
            LocalDate.of(9999, 12, 31),
            Instant.EPOCH.plus(LARGEST_MICROS, ChronoUnit.MICROS),
            new UUID(-1, -1),
            0,
            0,
            "");

    private static final byte FORM = 4;
    private static final int BYTES = 1 + 5 * Long.BYTES + 2 * Integer.BYTES;
    /** In bytes; ids of facts have a hundred characters at most. */
    private static final int LONGEST_FACT = 400;

    /** The text that clients get. */
    String encode(ListFingerprint list) {
        byte[] factBytes = fact.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(BYTES + factBytes.length)
                .put(FORM)
                .putLong(list.value())
                .putLong(day.toEpochDay())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, firstAcceptedAt))
                .putLong(article.getMostSignificantBits())
                .putLong(article.getLeastSignificantBits())
                .putInt(rank)
                .putInt(position)
                .put(factBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws ProblemException when the text is no place in this timeline */
    static TimelinePlace decode(String text, ListFingerprint list) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= BYTES + LONGEST_FACT && bytes.get() == FORM && bytes.getLong() == list.value()) {
                return new TimelinePlace(
                        LocalDate.ofEpochDay(Math.clamp(bytes.getLong(), START.day.toEpochDay(), END.day.toEpochDay())),
                        Instant.EPOCH.plus(Math.clamp(bytes.getLong(), 0, LARGEST_MICROS), ChronoUnit.MICROS),
                        new UUID(bytes.getLong(), bytes.getLong()),
                        bytes.getInt(),
                        bytes.getInt(),
                        fact(bytes));
            }
        } catch (IllegalArgumentException | BufferUnderflowException otherText) {
            // told below, like every other text that is no cursor
        }
        throw new ProblemException(
                ProblemType.INVALID_CURSOR, "The cursor was not made by this service for a page of this timeline.");
    }

    /** @throws IllegalArgumentException when it is none that the database could hold */
    private static String fact(ByteBuffer bytes) {
        String fact = StandardCharsets.UTF_8.decode(bytes).toString();
        if (fact.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not the id of a fact");
        }
        return fact;
    }
}
