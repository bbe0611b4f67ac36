package io.averment.query.saved;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many queries may be saved. */
@ConfigMapping(prefix = "averment.queries")
public interface SavedQueryConfiguration {
    /** Saved queries of one user; further ones are answered 409. */
    @WithDefault("100")
    int mostOfOwner();

    /** Saved queries of all users of a tenant. */
    @WithDefault("1000")
    int mostOfTenant();
}
