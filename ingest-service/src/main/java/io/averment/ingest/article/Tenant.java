package io.averment.ingest.article;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The customer whose record a report belongs to. Nothing is ever shared between tenants.
 *
 * @param name lower-case letters, digits and hyphens, 1 to 63 of them, not beginning with a hyphen
 */
public record Tenant(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Tenant {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a tenant name");
        }
    }

    /** The tenant of that name, or nothing when the name breaks the rule. */
    public static Optional<Tenant> parse(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new Tenant(name)) : Optional.empty();
    }
}
