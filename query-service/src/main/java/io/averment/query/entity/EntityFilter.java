package io.averment.query.entity;

import io.averment.query.reading.FactList;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The filters by entity and by country that the lists of facts share. Thread-safe. */
@ApplicationScoped
public class EntityFilter {
    private final RecordReading record;
    private final EntityLinks links;

    EntityFilter(RecordReading record, EntityLinks links) {
        this.record = record;
        this.links = links;
    }

    /**
     * When the request names an entity: only facts in which it, or one that is the same, stands in one of these roles. When it names a country:
     * only facts in which something of it does.
     */
    public void narrow(FactList list, ListRequest request, List<Role> roles) {
        QueryParameters parameters = request.parameters();
        parameters.text("entity").ifPresent(key -> list.ofEntity(keys(request.tenant(), key, request.asOf()), roles));
        parameters.country("country").ifPresent(country -> list.ofCountry(country, roles));
    }

    /** The key with those of the entities that are the same. */
    public List<String> keys(Tenant tenant, String key, Optional<Instant> asOf) {
        return record.read(tenant, asOf, () -> links.same(tenant, key));
    }
}
