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
import io.averment.query.record.thread.Weaving;
import io.averment.query.storage.ThreadJson.Stored;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What is listed of threads. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class ThreadSummaries {
    /** The state of a thread that has none. */
    private static final String SAID = "SAID";

    private final EntityManager entities;
    private final FactJson json;

    ThreadSummaries(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
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

    /** Opens the summaries of threads, each with its lapses. Words that stand in one article only are no thread to list. */
    void open(Tenant tenant, Map<FactThread, List<Lapse>> threads, Instant at) {
        List<Summary> summaries = new ArrayList<>();
        threads.forEach((thread, lapses) -> {
            if (isListed(thread)) {
                summaries.add(Summary.of(thread, lapses));
            }
        });
        if (summaries.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into thread (tenant, thread_id, recorded_from, kind, state, bucket, voice_name, entity_key,
                            due_from, due_to, first_day, last_day, article_count, origin_count, first_accepted_at,
                            article_id, fact_id, position, record_month)
                        select :tenant, r.id, :at, r.kind, r.state, r.bucket, r."voiceName", r."entityKey", r."dueFrom", r."dueTo",
                            r."firstDay", r."lastDay", r.articles, r.origins, r."firstAcceptedAt", r."articleId", r."factId",
                            r.position, r."recordMonth"
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(id text, kind text, state text, bucket text,
                            "voiceName" text, "entityKey" text, "dueFrom" date, "dueTo" date, "firstDay" date, "lastDay" date,
                            articles integer, origins integer, "firstAcceptedAt" timestamptz, "articleId" uuid, "factId" text,
                            position integer, "recordMonth" date)
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("at", at)
                .setParameter("rows", json.write(summaries))
                .executeUpdate();
        if (summaries.stream().anyMatch(summary -> summary.dueTo() != null)) {
            watch(tenant);
        }
    }

    /** Whether lists show the thread. */
    private static boolean isListed(FactThread thread) {
        return thread.kind() == ThreadKind.COMMITMENT || thread.articles() > 1;
    }

    /** A row of the past. */
    @RegisterForReflection
    record Past(String threadId, Instant recordedFrom, Summary summary) {}

    /** What the summaries of the past come to when some of the rows that they tell of go; those of threads that are none any more are left out. */
    List<Past> past(Tenant tenant, Map<String, List<Stored>> remaining, Lapses lapses) {
        List<Past> past = new ArrayList<>();
        for (Tuple moment : moments(tenant, remaining.keySet())) {
            String thread = moment.get("thread_id", String.class);
            Instant instant = moment.get("recorded_from", Instant.class);
            List<ThreadFact> facts = remaining.getOrDefault(thread, List.of()).stream()
                    .filter(row -> row.stoodAt(instant))
                    .map(Stored::fact)
                    .sorted(Comparator.comparing(ThreadFact::place))
                    .toList();
            if (!facts.isEmpty() && isListed(new FactThread(facts))) {
                FactThread told = new FactThread(facts);
                past.add(new Past(thread, instant, Summary.of(told, lapses.of(told, instant))));
            }
        }
        return past;
    }

    /** The lapses of a thread that the record had noticed at an instant. */
    interface Lapses {
        List<Lapse> of(FactThread thread, Instant instant);
    }

    private List<Tuple> moments(Tenant tenant, Set<String> threads) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select thread_id, recorded_from from thread where tenant = :tenant"
                                + " and thread_id = any(cast(:threads as text[])) and recorded_to < 'infinity'",
                        Tuple.class)
                .addScalar("thread_id", String.class)
                .addScalar("recorded_from", Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("threads", threads.toArray(new String[0]))
                .getResultList();
    }

    /** A row. */
    @RegisterForReflection
    record Summary(
            String id,
            String kind,
            String state,
            String bucket,
            String voiceName,
            @Nullable String entityKey,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            LocalDate firstDay,
            LocalDate lastDay,
            int articles,
            int origins,
            Instant firstAcceptedAt,
            UUID articleId,
            String factId,
            int position,
            LocalDate recordMonth) {

        static Summary of(FactThread thread, List<Lapse> lapses) {
            boolean commitment = thread.kind() == ThreadKind.COMMITMENT;
            CommitmentLife life = CommitmentLife.of(thread, lapses);
            FactPlace first = thread.facts().getFirst().place();
            DayRange due = commitment ? life.due() : DayRange.OPEN;
            List<LocalDate> days =
                    thread.facts().stream().map(ThreadFact::day).sorted().toList();
            return new Summary(
                    thread.id(),
                    thread.kind().name(),
                    commitment ? life.state().name() : SAID,
                    Weaving.bucket(thread.facts().getFirst()),
                    thread.voice().name(),
                    thread.voice().entity(),
                    due.first(),
                    due.last(),
                    days.getFirst(),
                    days.getLast(),
                    thread.articles(),
                    thread.origins(),
                    first.firstAcceptedAt(),
                    first.article().value(),
                    first.fact(),
                    first.position(),
                    RecordMonth.of(first.firstAcceptedAt()).firstDay());
        }
    }

    private void watch(Tenant tenant) {
        entities.createNativeQuery("insert into deadline_tenant (tenant) values (:tenant) on conflict do nothing")
                .setParameter("tenant", tenant.name())
                .executeUpdate();
    }
}
