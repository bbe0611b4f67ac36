package io.averment.query.server;

import java.util.UUID;

/** The names that one test keeps to itself on the shared servers. */
public record Report(UUID article, String outlet) {

    public static Report unique() {
        UUID id = UUID.randomUUID();
        return new Report(id, "Outlet " + id);
    }

    /** The message of this report for a tenant. */
    public SampleMessage message(String tenant) {
        return new SampleMessage(tenant, article, outlet);
    }
}
