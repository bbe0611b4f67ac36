package io.averment.query.speaker;

import io.averment.query.commitment.CommitmentReading;
import io.averment.query.entity.EntityFilter;
import io.averment.query.entity.EntityReading;
import io.averment.query.reading.Facets;
import io.averment.query.reading.Histogram;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.Tenant;
import io.averment.query.statement.StatementReading;
import io.averment.query.storage.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Gathers what an entity said and undertook from the lists of facts. Thread-safe. */
@ApplicationScoped
class SpeakerReading {
    private static final String LATEST = "10";

    private final EntityReading entities;
    private final EntityFilter same;
    private final StatementReading statements;
    private final CommitmentReading commitments;
    private final RecordReading record;
    private final EntityManager database;

    SpeakerReading(
            EntityReading entities,
            EntityFilter same,
            StatementReading statements,
            CommitmentReading commitments,
            RecordReading record,
            EntityManager database) {
        this.entities = entities;
        this.same = same;
        this.statements = statements;
        this.commitments = commitments;
        this.record = record;
        this.database = database;
    }

    /** Its record, as it is or as of an instant; empty when the tenant's articles name no entity of this id. */
    Optional<SpeakerRecord> find(Tenant tenant, String key, Optional<Instant> asOf) {
        return entities.find(tenant, key).map(entity -> {
            ListRequest said =
                    request(tenant, Map.of("entity", key, "role", "SPEAKER", "by", "ACT", "unit", "MONTH"), asOf);
            ListRequest undertaken = request(tenant, Map.of("entity", key, "role", "ACTOR"), asOf);
            Facets acts = statements.facets(said);
            Histogram months = statements.histogram(said);
            return new SpeakerRecord(
                    entity,
                    acts.count(),
                    acts.facets().getFirst().values(),
                    months.buckets(),
                    statements.list(said).items(),
                    states(tenant, key, asOf),
                    commitments.list(undertaken).items());
        });
    }

    private static ListRequest request(Tenant tenant, Map<String, String> filters, Optional<Instant> asOf) {
        Map<String, List<String>> parameters = new HashMap<>();
        filters.forEach((name, value) -> parameters.put(name, List.of(value)));
        parameters.put("limit", List.of(LATEST));
        asOf.ifPresent(instant -> parameters.put("asOf", List.of(instant.toString())));
        return ListRequest.of(tenant, SpeakerResource.PATH, new QueryParameters(parameters, parameters.keySet()));
    }

    private List<Facets.Value> states(Tenant tenant, String key, Optional<Instant> asOf) {
        List<String> keys = same.keys(tenant, key, asOf);
        return record.read(tenant, asOf, () -> {
            NativeQuery<Tuple> query = database.unwrap(Session.class)
                    .createNativeQuery(
                            "select f.state, count(*) as threads from thread f where f.tenant = :tenant"
                                    + " and f.entity_key = any(cast(:keys as text[])) and f.kind = 'COMMITMENT' and "
                                    + Validity.of(asOf, "f")
                                    + " group by f.state order by threads desc, f.state",
                            Tuple.class)
                    .addScalar("state", String.class)
                    .addScalar("threads", Long.class);
            query.setParameter("tenant", tenant.name()).setParameter("keys", keys.toArray(new String[0]));
            asOf.ifPresent(instant -> query.setParameter("asOf", instant));
            return query.getResultList().stream()
                    .map(row -> new Facets.Value(row.get("state", String.class), row.get("threads", Long.class)))
                    .toList();
        });
    }
}
