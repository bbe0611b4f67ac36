package io.averment.query.storage;

import io.averment.query.record.DayRange;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.CommitmentLife;
import io.averment.query.record.thread.FactPlace;
import io.averment.query.record.thread.FactThread;
import io.averment.query.record.thread.Lapse;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.ThreadKind;
import io.averment.query.record.thread.Voice;
import io.averment.query.record.thread.Weaving;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What is listed of threads. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class ThreadSummaries {
    /** The state of a thread that has none. */
    private static final String SAID = "SAID";

    private final EntityManager entities;

    ThreadSummaries(EntityManager entities) {
        this.entities = entities;
    }

    /** Ends the summaries of threads. */
    void close(Tenant tenant, Collection<String> threads, Instant at) {
        entities.createNativeQuery("update thread set recorded_to = :at where tenant = :tenant"
                        + " and thread_id = any(cast(:threads as text[])) and recorded_to = 'infinity'")
                .setParameter("at", at)
                .setParameter("tenant", tenant.name())
                .setParameter("threads", threads.toArray(new String[0]))
                .executeUpdate();
    }

    /** When the open summary of a thread was written; null when it has none. */
    @Nullable
    Instant lastChange(Tenant tenant, String thread) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select recorded_from from thread where tenant = :tenant and thread_id = :thread"
                                + " and recorded_to = 'infinity'",
                        Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("thread", thread)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Opens the summary of a thread. Words that stand in one article only are no thread to list. */
    void open(Tenant tenant, FactThread thread, List<Lapse> lapses, Instant at) {
        boolean commitment = thread.kind() == ThreadKind.COMMITMENT;
        if (!commitment && thread.articles() == 1) {
            return;
        }
        CommitmentLife life = CommitmentLife.of(thread, lapses);
        FactPlace first = thread.facts().getFirst().place();
        Voice voice = thread.voice();
        DayRange due = commitment ? life.due() : DayRange.OPEN;
        List<LocalDate> days =
                thread.facts().stream().map(ThreadFact::day).sorted().toList();
        entities.createNativeQuery("""
                        insert into thread (tenant, thread_id, recorded_from, kind, state, bucket, voice_name, entity_key,
                            due_from, due_to, first_day, last_day, article_count, origin_count, first_accepted_at,
                            article_id, fact_id, position, record_month)
                        values (:tenant, :thread, :at, :kind, :state, :bucket, :name, cast(:entity as text),
                            cast(:dueFrom as date), cast(:dueTo as date), :firstDay, :lastDay, :articles, :origins, :accepted,
                            :article, :fact, :position, :month)
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("thread", thread.id())
                .setParameter("at", at)
                .setParameter("kind", thread.kind().name())
                .setParameter("state", commitment ? life.state().name() : SAID)
                .setParameter("bucket", Weaving.bucket(thread.facts().getFirst()))
                .setParameter("name", voice.name())
                .setParameter("entity", voice.entity())
                .setParameter("dueFrom", text(due.first()))
                .setParameter("dueTo", text(due.last()))
                .setParameter("firstDay", days.getFirst())
                .setParameter("lastDay", days.getLast())
                .setParameter("articles", thread.articles())
                .setParameter("origins", thread.origins())
                .setParameter("accepted", first.firstAcceptedAt())
                .setParameter("article", first.article().value())
                .setParameter("fact", first.fact())
                .setParameter("position", first.position())
                .setParameter("month", RecordMonth.of(first.firstAcceptedAt()).firstDay())
                .executeUpdate();
        if (due.last() != null && commitment) {
            watch(tenant);
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void watch(Tenant tenant) {
        entities.createNativeQuery("insert into deadline_tenant (tenant) values (:tenant) on conflict do nothing")
                .setParameter("tenant", tenant.name())
                .executeUpdate();
    }
}
