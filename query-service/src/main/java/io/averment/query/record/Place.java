package io.averment.query.record;

import org.jspecify.annotations.Nullable;

/** Where something lies: degrees north and east, and how exactly that is known. */
public record Place(
        double latitude, double longitude, @Nullable String precision) {}
