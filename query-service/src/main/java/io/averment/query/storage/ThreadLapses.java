package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.CommitmentLife;
import io.averment.query.record.thread.FactPlace;
import io.averment.query.record.thread.FactThread;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Lapses of commitments: the deadline passed, and nothing was reported. Each is an act in the log, once over all replicas, so a rebuild
 * repeats it at its place instead of asking a clock. Thread-safe.
 */
@ApplicationScoped
public class ThreadLapses {
    /** The kind of the act in the log. */
    public static final String KIND = "COMMITMENT_LAPSED";

    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final TenantTransactions transactions;
    private final ThreadStore threads;
    private final RecordTime time;
    private final FactJson json;

    ThreadLapses(
            EntityManager entities,
            TenantTransactions transactions,
            ThreadStore threads,
            RecordTime time,
            FactJson json) {
        this.entities = entities;
        this.transactions = transactions;
        this.threads = threads;
        this.time = time;
        this.json = json;
    }

    /**
     * The act as the log keeps it.
     *
     * @param article of the first fact of the thread
     * @param fact its id in there
     * @param due the last day on which the commitment would have been kept
     */
    @RegisterForReflection
    public record Act(UUID article, String fact, LocalDate due) {}

    /** The tenants that have deadlines. */
    public List<Tenant> tenants() {
        List<String> names = transactions.watch(() -> entities.unwrap(Session.class)
                .createNativeQuery("select tenant from deadline_tenant order by tenant", String.class)
                .getResultList());
        return names.stream().map(Tenant::new).toList();
    }

    /** The day by the database's clock, in UTC. */
    public LocalDate today(Tenant tenant) {
        return transactions.read(
                tenant,
                () -> entities.unwrap(Session.class)
                        .createNativeQuery("select cast(clock_timestamp() at time zone 'UTC' as date)", LocalDate.class)
                        .getSingleResult());
    }

    /**
     * Lets the commitments of a tenant lapse whose deadlines lie before this day, each in a transaction of its own, some at once.
     *
     * @return how many lapsed
     */
    public int lapse(Tenant tenant, LocalDate day) {
        int lapsed = 0;
        for (Overdue overdue : transactions.read(tenant, () -> overdue(tenant, day))) {
            boolean done = transactions.append(tenant, () -> lapse(tenant, overdue));
            lapsed += done ? 1 : 0;
        }
        return lapsed;
    }

    private record Overdue(String thread, LocalDate due) {}

    private List<Overdue> overdue(Tenant tenant, LocalDate day) {
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery("""
                        select t.thread_id, t.due_to from thread t
                        where t.tenant = :tenant and t.recorded_to = 'infinity' and t.due_to < :day
                            and t.kind = 'COMMITMENT' and t.state in ('OPEN', 'CONTRADICTED')
                            and not exists (select from lapse l where l.tenant = t.tenant and l.article_id = t.article_id
                                and l.fact_id = t.fact_id and l.due_to = t.due_to)
                        order by t.due_to, t.thread_id limit :most
                        """, Tuple.class)
                .addScalar("thread_id", String.class)
                .addScalar("due_to", LocalDate.class)
                .setParameter("tenant", tenant.name())
                .setParameter("day", day)
                .setParameter("most", AT_ONCE)
                .getResultList();
        return rows.stream()
                .map(row -> new Overdue(row.get("thread_id", String.class), row.get("due_to", LocalDate.class)))
                .toList();
    }

    private boolean lapse(Tenant tenant, Overdue overdue) {
        transactions.shareRecord();
        Optional<FactThread> locked = threads.lock(tenant, overdue.thread());
        if (locked.isEmpty()) {
            return false;
        }
        FactThread thread = locked.get();
        CommitmentLife life = threads.life(tenant, thread);
        if (!life.state().awaited() || !overdue.due().equals(life.due().last())) {
            return false;
        }
        FactPlace first = thread.facts().getFirst().place();
        Act act = new Act(first.article().value(), first.fact(), overdue.due());
        Instant now = time.next(threads.lastChange(tenant, thread.id()));
        if (!log(tenant, act, now)) {
            return false;
        }
        apply(tenant, act, thread, now);
        return true;
    }

    /** Whether the log did not have it yet. */
    private boolean log(Tenant tenant, Act act, Instant now) {
        return entities.createNativeQuery("""
                        insert into log (tenant, record_month, ce_id, recorded_at, kind, effect, payload)
                        values (:tenant, :month, :id, :at, :kind, 'OPENED', :payload) on conflict do nothing
                        """)
                        .setParameter("tenant", tenant.name())
                        .setParameter("month", new RecordMonth(YearMonth.from(act.due())).firstDay())
                        .setParameter("id", "lapse/" + act.article() + ':' + act.fact() + '/' + act.due())
                        .setParameter("at", now)
                        .setParameter("kind", KIND)
                        .setParameter("payload", json.write(act).getBytes(StandardCharsets.UTF_8))
                        .executeUpdate()
                == 1;
    }

    /** Repeats an act of the log, as of the instant at which it was recorded; within the caller's transaction. */
    public void repeat(Tenant tenant, byte[] payload, Instant at) {
        Act act = json.read(new String(payload, StandardCharsets.UTF_8), Act.class);
        threads.threadOf(tenant, new ArticleId(act.article()), act.fact())
                .flatMap(id -> threads.lock(tenant, id))
                .ifPresent(thread -> apply(tenant, act, thread, at));
    }

    private void apply(Tenant tenant, Act act, FactThread thread, Instant at) {
        entities.createNativeQuery("""
                        insert into lapse (tenant, article_id, fact_id, due_to, recorded_from)
                        values (:tenant, :article, :fact, :due, :at) on conflict do nothing
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("article", act.article())
                .setParameter("fact", act.fact())
                .setParameter("due", act.due())
                .setParameter("at", at)
                .executeUpdate();
        threads.refresh(tenant, thread, at);
    }
}
