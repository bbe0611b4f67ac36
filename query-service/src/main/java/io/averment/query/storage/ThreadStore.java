package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.CommitmentLife;
import io.averment.query.record.thread.FactThread;
import io.averment.query.record.thread.Lapse;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.ThreadFacts;
import io.averment.query.record.thread.ThreadKind;
import io.averment.query.record.thread.Weaving;
import io.averment.query.storage.ThreadJson.Stored;
import io.averment.query.storage.ThreadRows.Membership;
import io.averment.query.storage.ThreadSummaries.Past;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the threads of the record: first what a change touches is locked and read, then, with the instant of the change, it is written.
 * The instant must be taken in between: only then do the changes of a thread stand in the record in the order in which they were made,
 * and a replay of the log makes the same threads as of every instant. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
public class ThreadStore {
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final ThreadRows rows;
    private final ThreadSummaries summaries;
    private final NameLocks locks;

    ThreadStore(ThreadRows rows, ThreadSummaries summaries, NameLocks locks) {
        this.rows = rows;
        this.summaries = summaries;
        this.locks = locks;
    }

    /** What a version of an article changes among threads. */
    public static final class Change {
        private final Tenant tenant;
        private final ArticleId id;
        private final RecordMonth month;
        private final @Nullable AnalysedArticle article;
        private final List<ThreadFact> added;
        private final List<Stored> closed;
        private final List<Stored> others;
        private final Set<String> touched;
        private final boolean known;

        private Change(
                Tenant tenant,
                ArticleId id,
                RecordMonth month,
                @Nullable AnalysedArticle article,
                List<ThreadFact> added,
                List<Stored> closed,
                List<Stored> others,
                Set<String> touched,
                boolean known) {
            this.tenant = tenant;
            this.id = id;
            this.month = month;
            this.article = article;
            this.added = added;
            this.closed = closed;
            this.others = others;
            this.touched = touched;
            this.known = known;
        }

        /** The latest of the given instant and those at which the touched rows were written. */
        public @Nullable Instant after(@Nullable Instant previous) {
            Instant latest = previous;
            for (Stored row : others) {
                latest = latest == null || row.recordedFrom().isAfter(latest) ? row.recordedFrom() : latest;
            }
            return latest;
        }
    }

    /**
     * Locks and reads what this version touches.
     *
     * @param known whether the record had another version of the article before
     */
    public Change prepare(Tenant tenant, AnalysedArticle article, boolean known) {
        return prepare(tenant, article.id(), article.recordMonth(), article, ThreadFacts.of(article), known);
    }

    /**
     * Locks and reads what a withdrawal of an article touches.
     *
     * @param ends whether it covers the current version; else only the past changes
     */
    public Change prepareRemoval(Tenant tenant, ArticleId id, RecordMonth month, boolean ends) {
        return prepare(tenant, id, month, null, List.of(), ends);
    }

    private Change prepare(
            Tenant tenant,
            ArticleId id,
            RecordMonth recordMonth,
            @Nullable AnalysedArticle article,
            List<ThreadFact> added,
            boolean known) {
        LocalDate month = recordMonth.firstDay();
        Set<String> buckets = new TreeSet<>();
        added.forEach(fact -> buckets.add(Weaving.bucket(fact)));
        if (known) {
            rows.ofArticle(tenant, id, month).forEach(row -> buckets.add(Weaving.bucket(row.fact())));
        }
        locks.lock(tenant, NameLocks.Kind.THREADS, buckets);
        // Read again, since others may have moved them to other threads meanwhile.
        List<Stored> closed = known ? rows.ofArticle(tenant, id, month) : List.of();
        Set<String> touched = new TreeSet<>();
        closed.forEach(row -> touched.add(row.thread()));
        for (Stored candidate : rows.candidates(tenant, id, added)) {
            if (!touched.contains(candidate.thread())
                    && added.stream()
                            .anyMatch(
                                    fact -> Weaving.link(fact, candidate.fact()).isPresent())) {
                touched.add(candidate.thread());
            }
        }
        List<Stored> others = rows.members(tenant, touched).stream()
                .filter(row -> !row.fact().place().article().equals(id))
                .toList();
        return new Change(tenant, id, recordMonth, article, added, closed, others, touched, known);
    }

    /** Writes the change, as of this instant. */
    public void apply(Change change, Instant at) {
        List<ThreadFact> facts = new ArrayList<>(change.added);
        Map<ThreadFact, Stored> stored = new HashMap<>();
        for (Stored row : change.others) {
            facts.add(row.fact());
            stored.put(row.fact(), row);
        }
        if (!change.closed.isEmpty()) {
            rows.close(change.tenant, change.id, change.month.firstDay(), at);
        }
        Map<ThreadFact, Membership> opened = new LinkedHashMap<>();
        Set<String> ended = new TreeSet<>(change.touched);
        List<FactThread> threads = Weaving.weave(facts);
        for (FactThread thread : threads) {
            ended.add(thread.id());
            for (ThreadFact fact : thread.facts()) {
                Stored row = stored.get(fact);
                if (row == null) {
                    opened.put(fact, new Membership(thread.id(), Weaving.bucket(fact)));
                } else if (!row.thread().equals(thread.id())) {
                    rows.move(change.tenant, row, thread.id(), at);
                }
            }
        }
        if (!opened.isEmpty() && change.article != null) {
            rows.open(change.tenant, change.article, opened, at);
        }
        if (!change.touched.isEmpty()) {
            summaries.close(change.tenant, ended, at);
        }
        boolean isNew = change.others.isEmpty() && !change.known;
        Map<FactThread, List<Lapse>> lapses = new LinkedHashMap<>();
        threads.forEach(thread -> lapses.put(
                thread,
                isNew || thread.kind() != ThreadKind.COMMITMENT
                        ? List.of()
                        : rows.lapses(change.tenant, thread.facts(), EVER)));
        summaries.open(change.tenant, lapses, at);
    }

    /** Writes the change after the article's withdrawal, and erases what its threads kept of its words, from the past as well. */
    public void applyRemoval(Change change, Instant at) {
        apply(change, at);
        rows.erase(change.id, change.month.firstDay(), remaining(change));
    }

    /** What summaries of the past come to without the versions of the article that are gone. */
    private List<Past> remaining(Change change) {
        Set<Instant> kept = rows.versions(change.tenant, change.id, change.month.firstDay());
        Map<String, List<Stored>> threads = PastRows.remaining(
                rows.ever(change.tenant, change.id, change.month.firstDay()),
                Stored::thread,
                row -> !row.fact().place().article().equals(change.id) || kept.contains(row.opened()));
        return summaries.past(
                change.tenant,
                threads,
                (thread, instant) -> thread.kind() == ThreadKind.COMMITMENT
                        ? rows.lapses(change.tenant, thread.facts(), instant)
                        : List.of());
    }

    /** The current thread of this id, locked for a change; empty when there is none any more. */
    Optional<FactThread> lock(Tenant tenant, String id) {
        Collection<String> ids = Set.of(id);
        List<Stored> before = rows.members(tenant, ids);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        locks.lock(
                tenant,
                NameLocks.Kind.THREADS,
                Set.of(Weaving.bucket(before.getFirst().fact())));
        return thread(rows.members(tenant, ids));
    }

    private static Optional<FactThread> thread(List<Stored> members) {
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new FactThread(members.stream()
                        .map(Stored::fact)
                        .sorted(Comparator.comparing(ThreadFact::place))
                        .toList()));
    }

    /** The life of a current thread. */
    CommitmentLife life(Tenant tenant, FactThread thread) {
        return CommitmentLife.of(thread, rows.lapses(tenant, thread.facts(), EVER));
    }

    /** When the thread's summary was written last; null when it has none. */
    @Nullable
    Instant lastChange(Tenant tenant, String id) {
        return summaries.lastChange(tenant, id);
    }

    /** The current thread of a fact. */
    Optional<String> threadOf(Tenant tenant, ArticleId article, String fact) {
        return rows.threadOf(tenant, article, fact);
    }

    /** Opens the summary of a thread anew, after something that its facts do not tell. */
    void refresh(Tenant tenant, FactThread thread, Instant at) {
        summaries.close(tenant, Set.of(thread.id()), at);
        summaries.open(tenant, Map.of(thread, rows.lapses(tenant, thread.facts(), EVER)), at);
    }

    /** A thread as of an instant. */
    public record Found(
            FactThread thread, List<Lapse> lapses, Map<ThreadFact, Instant> opened, Map<ThreadFact, Instant> joined) {
        public Found {
            lapses = List.copyOf(lapses);
            opened = Map.copyOf(opened);
            joined = Map.copyOf(joined);
        }
    }

    /** The thread of this id as of the instant; empty when there was none. */
    public Optional<Found> find(Tenant tenant, String id, Optional<Instant> asOf) {
        Instant instant = asOf.orElse(EVER);
        List<Stored> members = rows.members(tenant, id, instant);
        Map<ThreadFact, Instant> opened = new HashMap<>();
        Map<ThreadFact, Instant> joined = new HashMap<>();
        members.forEach(row -> {
            opened.put(row.fact(), row.opened());
            joined.put(row.fact(), row.recordedFrom());
        });
        return thread(members)
                .map(thread -> new Found(thread, rows.lapses(tenant, thread.facts(), instant), opened, joined));
    }

    /** The threads in which facts of an article stand, by the id of the fact, as of the instant. */
    public Map<String, String> ofArticle(Tenant tenant, ArticleId article, Optional<Instant> asOf) {
        return rows.threadsOf(tenant, article, asOf.orElse(EVER));
    }
}
