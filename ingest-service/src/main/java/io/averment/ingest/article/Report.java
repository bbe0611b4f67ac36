package io.averment.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * A report as taken in: valid, cleaned, not yet known to be new.
 *
 * @param address what identifies the place it was found at, or null
 * @param writtenAddress that address as its sender wrote it, which is what a reader follows, or null
 * @param externalId the sender's own id of it, or null
 * @param publishedAt when its outlet says it was published, or null
 * @param language the language its sender names, or null
 */
public record Report(
        Outlet outlet,
        @Nullable CanonicalAddress address,
        @Nullable String writtenAddress,
        @Nullable String externalId,
        CleanText text,
        @Nullable PublicationTime publishedAt,
        @Nullable Language language) {
    /** The longest external id, in code points. */
    public static final int MAX_EXTERNAL_ID_LENGTH = 500;

    public Report {
        if ((address == null) != (writtenAddress == null)) {
            throw new IllegalArgumentException("an address has both its forms or neither");
        }
    }

    /** The article that this is a report of. */
    public ArticleId id(Tenant tenant) {
        return ArticleId.of(tenant, outlet, Identity.of(this));
    }

    /**
     * Equal for two reports of the same article exactly when one is no new revision of the other: hex SHA-256 over
     * outlet, headline, body and publication time.
     */
    public String fingerprint() {
        return FieldDigest.sha256()
                .field(outlet.name())
                .field(text.headline())
                .field(text.body())
                .field(publishedAt == null ? null : publishedAt.value())
                .hex();
    }
}
