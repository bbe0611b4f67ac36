package io.averment.ingest.article;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Names an article for good. The same tenant, outlet and identity always give the same id, on any machine and in any
 * order, and two outlets' copies of the same text never share one.
 */
public record ArticleId(UUID value) {
    /** The namespace of article ids. Changing it renames every article, so it never changes. */
    private static final UUID NAMESPACE = UUID.fromString("5f0b6d0e-6a4c-5c1e-9d1b-0c7f3a52e8b4");

    private static final int LENGTH = 36;

    /**
     * The name-based UUID (version 5, RFC 9562) of tenant, outlet key, kind of identity and its value, each
     * length-prefixed.
     */
    public static ArticleId of(Tenant tenant, Outlet outlet, Identity identity) {
        var hash = FieldDigest.sha1()
                .raw(bytes(NAMESPACE))
                .field(tenant.name())
                .field(outlet.key())
                .field(identity.discriminator())
                .field(identity.value())
                .bytes();
        var name = ByteBuffer.wrap(Arrays.copyOf(hash, 16));
        var high = (name.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        var low = (name.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new ArticleId(new UUID(high, low));
    }

    /** Reads the usual 36 characters, in either case; nothing for any other text. */
    public static Optional<ArticleId> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var uuid = UUID.fromString(text);
            // UUID.fromString also takes "1-1-1-1-1" and its like.
            return uuid.toString().equals(text.toLowerCase(Locale.ROOT))
                    ? Optional.of(new ArticleId(uuid))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The idempotency key of the message that tells of a revision: hex SHA-256 over tenant, article and revision, each
     * length-prefixed.
     */
    public String eventId(Tenant tenant, int revision) {
        return FieldDigest.sha256()
                .field(tenant.name())
                .field(toString())
                .field(Integer.toString(revision))
                .hex();
    }

    /**
     * The idempotency key of the message by which a revision is published again to be analysed anew. No two requests share it, else
     * whoever knows the first would pass over the second.
     *
     * @param askedAt the {@code ce_time} of the message
     */
    public String reanalysisId(Tenant tenant, int revision, Instant askedAt) {
        return FieldDigest.sha256()
                .field(tenant.name())
                .field(toString())
                .field(Integer.toString(revision))
                .field("reanalysis")
                .field(askedAt.toString())
                .hex();
    }

    /** The idempotency key of the message that tells of a withdrawal, which no message of a revision shares. */
    public String withdrawalId(Tenant tenant, int throughRevision, Instant withdrawnAt) {
        return FieldDigest.sha256()
                .field(tenant.name())
                .field(toString())
                .field(Integer.toString(throughRevision))
                .field("withdrawn")
                .field(withdrawnAt.toString())
                .hex();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
