package io.averment.query.record;

import java.util.regex.Pattern;

/** Whose record it is: lower-case letters, digits and hyphens, 1 to 63 of them, not beginning with a hyphen. */
public record Tenant(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** @throws RuleBrokenException when the name is not of this form */
    public Tenant {
        RuleBrokenException.require(isName(name), "the tenant's name is not of the allowed form");
    }

    /** Whether a tenant may have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
