package io.averment.query.entity;

import io.averment.query.reading.FactList;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.Country;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The filters by entity and by country that the lists of facts share. Thread-safe. */
@ApplicationScoped
public class EntityFilter {
    /** A country that stands in no more places than this is rare. */
    private static final int MOST_OF_RARE = 1_000;

    private final RecordReading record;
    private final EntityLinks links;
    private final EntityManager entities;

    EntityFilter(RecordReading record, EntityLinks links, EntityManager entities) {
        this.record = record;
        this.links = links;
        this.entities = entities;
    }

    /**
     * When the request names an entity: only facts in which it, or one that is the same, stands in one of these roles. When it names a country:
     * only facts in which something of it does.
     */
    public void narrow(FactList list, ListRequest request, List<Role> roles) {
        QueryParameters parameters = request.parameters();
        parameters.text("entity").ifPresent(key -> list.ofEntity(keys(request.tenant(), key, request.asOf()), roles));
        parameters
                .country("country")
                .ifPresent(country -> list.ofCountry(country, roles, () -> isRare(request, country, roles)));
    }

    /** Whether few facts have something of the country in these roles; those that the record holds now stand for those of an earlier instant. */
    private boolean isRare(ListRequest request, Country country, List<Role> roles) {
        return record.read(
                request.tenant(),
                request.asOf(),
                () -> entities.unwrap(Session.class)
                                .createNativeQuery("""
                                        select count(*) from (select from reference r where r.tenant = :tenant
                                            and r.entity_key = :country and r.role = any(cast(:roles as text[]))
                                            and r.recorded_to = 'infinity' limit :most) as found
                                        """, Long.class)
                                .setParameter("tenant", request.tenant().name())
                                .setParameter("country", country.code())
                                .setParameter(
                                        "roles",
                                        roles.stream().map(Role::ofCountry).toArray(String[]::new))
                                .setParameter("most", MOST_OF_RARE + 1)
                                .getSingleResult()
                        <= MOST_OF_RARE);
    }

    /** The key with those of the entities that are the same. */
    public List<String> keys(Tenant tenant, String key, Optional<Instant> asOf) {
        return record.read(tenant, asOf, () -> links.same(tenant, key, asOf));
    }
}
