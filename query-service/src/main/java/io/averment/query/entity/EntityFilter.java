package io.averment.query.entity;

import io.averment.query.reading.FactList;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The filter by entity that all lists of facts share. Thread-safe. */
@ApplicationScoped
public class EntityFilter {
    private final RecordReading record;
    private final EntityLinks links;

    EntityFilter(RecordReading record, EntityLinks links) {
        this.record = record;
        this.links = links;
    }

    /** When the request names an entity: only facts in which it, or one that is the same, stands in one of these roles. */
    public void narrow(FactList list, ListRequest request, List<Role> roles) {
        request.parameters()
                .text("entity")
                .ifPresent(key -> list.ofEntity(keys(request.tenant(), key, request.asOf()), roles));
    }

    /** The key with those of the entities that are the same. */
    public List<String> keys(Tenant tenant, String key, Optional<Instant> asOf) {
        return record.read(tenant, asOf, () -> links.same(tenant, key));
    }
}
