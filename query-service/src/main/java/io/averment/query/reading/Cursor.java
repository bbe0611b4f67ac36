package io.averment.query.reading;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.ArticleId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in a list after which the next page begins: the sort key of the last item, which never changes for a fact, so
 * that a list that grows meanwhile neither repeats nor skips what was there. Opaque to clients, good only with the filters
 * that it was made with.
 *
 * <p>A cursor is one of two kinds: a place in the list's own order, or a place in the order in which things were recorded.
 *
 * <p>Form of version 1: a byte for the kind, the list's fingerprint (8 bytes), the key (8), article id (16), position of the fact (4), in
 * base64url without padding.
 *
 * @param kind in which order it is a place
 * @param key what the order sorts by first: microseconds or days since 1970
 * @param position of the fact in its article; 0 in lists of articles
 */
public record Cursor(Kind kind, long key, ArticleId article, int position) {

    /** In which order a cursor is a place. */
    public enum Kind {
        /** That of the list. */
        LISTED(1),
        /** That in which things were recorded. */
        RECORDED(2);

        private final byte form;

        Kind(int form) {
            this.form = (byte) form;
        }
    }

    /** Greater than all ids, as the database compares them. */
    private static final ArticleId LAST_ARTICLE = new ArticleId(new UUID(-1, -1));

    private static final int BYTES = 1 + Long.BYTES + Long.BYTES + 2 * Long.BYTES + Integer.BYTES;

    /** The end of the year 9999 in microseconds. */
    private static final long LARGEST_KEY = 253_402_300_799_999_999L;

    /** The place after everything that was recorded at this instant, in microseconds since 1970. */
    static Cursor afterAllOf(long instant) {
        return new Cursor(Kind.RECORDED, instant, LAST_ARTICLE, Integer.MAX_VALUE);
    }

    /** The place after all of an instant, unless this one, of the same kind, comes later. */
    Cursor orLater(Cursor afterAll) {
        return afterAll.key >= key ? afterAll : this;
    }

    /** The text that clients get. */
    public String encode(ListFingerprint list) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(kind.form)
                .putLong(list.value())
                .putLong(key)
                .putLong(article.value().getMostSignificantBits())
                .putLong(article.value().getLeastSignificantBits())
                .putInt(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws ProblemException when the text is no cursor of this list, or of the other kind */
    static Cursor decode(String text, Kind kind, ListFingerprint list) {
        ByteBuffer bytes = ByteBuffer.wrap(bytesOf(text));
        if (bytes.remaining() != BYTES || bytes.get() != kind.form) {
            throw invalid(
                    kind == Kind.LISTED
                            ? "The cursor was not made by this service as the place of a next page."
                            : "The cursor was not made by this service as a place to ask from for what is newer.");
        }
        if (bytes.getLong() != list.value()) {
            throw invalid("The cursor was made with other filters.");
        }
        long key = bytes.getLong();
        ArticleId article = new ArticleId(new UUID(bytes.getLong(), bytes.getLong()));
        int position = bytes.getInt();
        if (position < 0 || Math.abs(key) > LARGEST_KEY) {
            throw invalid("The cursor was not made by this service.");
        }
        return new Cursor(kind, key, article, position);
    }

    private static byte[] bytesOf(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, like every other text that is no cursor
        }
        throw invalid("The cursor was not made by this service.");
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_CURSOR, detail);
    }
}
