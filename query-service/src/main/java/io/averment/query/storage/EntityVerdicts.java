package io.averment.query.storage;

import io.averment.query.record.EntityPortrait.Verdict;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** What curators decided of two entities; each decision is an act in the log. Thread-safe. */
@ApplicationScoped
public class EntityVerdicts {
    /** The kind of the act in the log. */
    public static final String KIND = "ENTITY_DECIDED";

    private final EntityManager entities;
    private final TenantTransactions transactions;
    private final RecordTime time;
    private final FactJson json;

    EntityVerdicts(EntityManager entities, TenantTransactions transactions, RecordTime time, FactJson json) {
        this.entities = entities;
        this.transactions = transactions;
        this.time = time;
        this.json = json;
    }

    /**
     * The act as the log keeps it. UNDECIDED withdraws what was decided before.
     *
     * @param one the smaller key
     */
    @RegisterForReflection
    public record Act(String one, String other, Verdict verdict, String decidedBy) {

        /** The act, whichever key comes first. */
        public static Act of(String key, String another, Verdict verdict, String decidedBy) {
            return key.compareTo(another) < 0
                    ? new Act(key, another, verdict, decidedBy)
                    : new Act(another, key, verdict, decidedBy);
        }
    }

    /** The decisions about an entity as of an instant, by the other's key; within the caller's transaction. */
    public Map<String, Verdict> of(Tenant tenant, String key, Optional<Instant> asOf) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select case when v.one_key = :key then v.other_key else v.one_key end as other, v.verdict"
                                + " from entity_verdict v where v.tenant = :tenant and (v.one_key = :key or v.other_key = :key)"
                                + " and " + Validity.of(asOf, "v") + " order by v.recorded_from desc limit 200",
                        Tuple.class)
                .addScalar("other", String.class)
                .addScalar("verdict", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("key", key);
        asOf.ifPresent(instant -> query.setParameter("asOf", instant));
        query.getResultList()
                .forEach(row -> verdicts.put(
                        row.get("other", String.class), Verdict.valueOf(row.get("verdict", String.class))));
        return verdicts;
    }

    /** Records a decision in a transaction of its own; the same again changes nothing. */
    public void decide(Tenant tenant, Act act) {
        transactions.append(tenant, () -> {
            transactions.shareRecord();
            entities.createNativeQuery(
                            "select cast(pg_advisory_xact_lock(hashtextextended(:pair, 0)) as text)", String.class)
                    .setParameter("pair", tenant.name() + "/entities/" + act.one() + '/' + act.other())
                    .getSingleResult();
            Optional<Instant> open = opened(tenant, act);
            Verdict current = of(tenant, act.one(), Optional.empty()).getOrDefault(act.other(), Verdict.UNDECIDED);
            if (current != act.verdict()) {
                Instant now = time.next(open.orElse(null));
                log(tenant, act, now);
                apply(tenant, act, now);
            }
            return act;
        });
    }

    private Optional<Instant> opened(Tenant tenant, Act act) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select recorded_from from entity_verdict where tenant = :tenant and one_key = :one"
                                + " and other_key = :other and recorded_to = 'infinity'",
                        Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("one", act.one())
                .setParameter("other", act.other())
                .getResultList()
                .stream()
                .findFirst();
    }

    private void log(Tenant tenant, Act act, Instant now) {
        entities.createNativeQuery("""
                        insert into log (tenant, record_month, ce_id, recorded_at, kind, effect, payload)
                        values (:tenant, :month, :id, :at, :kind, 'OPENED', :payload)
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("month", RecordMonth.of(now).firstDay())
                .setParameter("id", "entities/" + UUID.randomUUID())
                .setParameter("at", now)
                .setParameter("kind", KIND)
                .setParameter("payload", json.write(act).getBytes(StandardCharsets.UTF_8))
                .executeUpdate();
    }

    /** Repeats an act of the log, as of the instant at which it was recorded; within the caller's transaction. */
    public void repeat(Tenant tenant, byte[] payload, Instant at) {
        apply(tenant, json.read(new String(payload, StandardCharsets.UTF_8), Act.class), at);
    }

    private void apply(Tenant tenant, Act act, Instant at) {
        entities.createNativeQuery(
                        "update entity_verdict set recorded_to = :at where tenant = :tenant and one_key = :one"
                                + " and other_key = :other and recorded_to = 'infinity'")
                .setParameter("at", at)
                .setParameter("tenant", tenant.name())
                .setParameter("one", act.one())
                .setParameter("other", act.other())
                .executeUpdate();
        if (act.verdict() != Verdict.UNDECIDED) {
            entities.createNativeQuery("""
                            insert into entity_verdict (tenant, one_key, other_key, recorded_from, verdict, decided_by)
                            values (:tenant, :one, :other, :at, :verdict, :by)
                            """)
                    .setParameter("tenant", tenant.name())
                    .setParameter("one", act.one())
                    .setParameter("other", act.other())
                    .setParameter("at", at)
                    .setParameter("verdict", act.verdict().name())
                    .setParameter("by", act.decidedBy())
                    .executeUpdate();
        }
    }
}
