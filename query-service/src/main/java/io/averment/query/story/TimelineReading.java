package io.averment.query.story;

import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.CommitmentLife;
import io.averment.query.record.thread.Step;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.storage.ThreadStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a story, page by page in the order of days. A page costs its length and, of each thread of a commitment in it, the thread.
 * Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class TimelineReading {
    private static final int ARTICLE = 0;
    private static final int STATEMENT = 1;
    private static final int STEP = 2;

    private static final String KEY = "r.day, r.first_accepted_at, r.article_id";
    private static final String AFTER =
            " > (cast(:day as date), cast(:accepted as timestamptz), cast(:article as uuid), :rank, :position)";

    private final EntityManager entities;
    private final ThreadStore threads;

    TimelineReading(EntityManager entities, ThreadStore threads) {
        this.entities = entities;
        this.threads = threads;
    }

    /** The months in which the reports of a story were accepted. */
    private record Accepted(LocalDate first, LocalDate last) {
        /** Stands in the SQL as constants: each month that could be meant is planned for. */
        String months(String alias) {
            return alias + ".record_month between date '" + first + "' and date '" + last + "'";
        }
    }

    /** The page after the request's cursor; empty when there is no such story. */
    Optional<TimelinePage> page(ListRequest request, String story, Optional<Instant> asOf) {
        Validity validity = new Validity(asOf);
        return accepted(request.tenant(), story, validity).map(accepted -> {
            TimelinePlace after = request.parameters()
                    .text(QueryParameters.CURSOR)
                    .map(text -> TimelinePlace.decode(text, request.fingerprint()))
                    .orElse(TimelinePlace.START);
            List<Tuple> rows = rows(request, story, validity, accepted, after);
            int count = Math.min(rows.size(), request.limit());
            return new TimelinePage(
                    entries(request.tenant(), rows.subList(0, count), asOf),
                    rows.size() > count ? place(rows.get(count - 1)).encode(request.fingerprint()) : null);
        });
    }

    /** The condition that a row holds now, or held at an instant. */
    private record Validity(Optional<Instant> asOf) {
        String of(String alias) {
            return asOf.isPresent()
                    ? alias + ".recorded_to > :asOf and " + alias + ".recorded_from <= :asOf"
                    : alias + ".recorded_to = 'infinity'";
        }

        void bind(NativeQuery<?> query) {
            asOf.ifPresent(instant -> query.setParameter("asOf", instant));
        }
    }

    private Optional<Accepted> accepted(Tenant tenant, String story, Validity validity) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select min(r.record_month) as first, max(r.record_month) as last from story_report r"
                                + " where r.tenant = :tenant and r.story_id = :story and " + validity.of("r"),
                        Tuple.class)
                .addScalar("first", LocalDate.class)
                .addScalar("last", LocalDate.class)
                .setParameter("tenant", tenant.name())
                .setParameter("story", story);
        validity.bind(query);
        Tuple row = query.getSingleResult();
        LocalDate first = row.get("first", LocalDate.class);
        return first == null ? Optional.empty() : Optional.of(new Accepted(first, row.get("last", LocalDate.class)));
    }

    private List<Tuple> rows(
            ListRequest request, String story, Validity validity, Accepted accepted, TimelinePlace after) {
        String entries = String.join(
                " union all ",
                articles(validity),
                statements(validity, accepted),
                steps(validity, accepted),
                lapses(validity, accepted));
        String sql = "select p.*, a.outlet, a.address, coalesce(s.speaker_name, c.actor_name) as speaker_name,"
                + " case when a.headline_length > 0 then left(a.content, a.headline_length) end as headline,"
                + " left(coalesce(s.content, c.content), 2000) as words from (select * from (" + entries
                + ") as e order by day, first_accepted_at, article_id, rank, position limit :rows) as p join article a"
                + " on a.tenant = :tenant and a.article_id = p.article_id and a.recorded_from = p.opened_at and "
                + accepted.months("a")
                + fact("statement", "s", accepted)
                + fact("commitment", "c", accepted)
                + " order by p.day, p.first_accepted_at, p.article_id, p.rank, p.position";
        NativeQuery<Tuple> query = typed(entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class))
                .setParameter("tenant", request.tenant().name())
                .setParameter("story", story)
                .setParameter("day", after.day())
                .setParameter("accepted", after.firstAcceptedAt())
                .setParameter("article", after.article())
                .setParameter("rank", after.rank())
                .setParameter("position", after.position())
                .setParameter("rows", request.limit() + 1);
        validity.bind(query);
        return query.getResultList();
    }

    private static String fact(String table, String alias, Accepted accepted) {
        return " left join " + table + ' ' + alias + " on " + alias + ".tenant = :tenant and " + alias
                + ".article_id = p.article_id and " + alias + ".fact_id = p.fact_id and " + alias
                + ".recorded_from = p.opened_at and " + accepted.months(alias);
    }

    /** Entries of one kind: {@code from} what else, under which condition. */
    private static String branch(Branch branch, Validity validity) {
        String key = "(" + branch.day() + ", r.first_accepted_at, r.article_id, " + branch.rank() + ", "
                + branch.position() + ")";
        return "(select " + branch.day() + " as day, r.first_accepted_at, r.article_id, " + branch.rank() + " as rank, "
                + branch.position() + " as position, " + branch.fact() + " as fact_id, " + branch.thread()
                + " as thread_id, r.opened_at, " + branch.recorded() + " as recorded_from from story_report r"
                + branch.joins() + " where r.tenant = :tenant and r.story_id = :story and " + validity.of("r") + " and "
                + key
                + AFTER + branch.condition() + " order by 1, 2, 3, 4, 5 limit :rows)";
    }

    private record Branch(
            String day,
            int rank,
            String position,
            String fact,
            String thread,
            String recorded,
            String joins,
            String condition) {}

    private static String articles(Validity validity) {
        return branch(
                new Branch(
                        "r.day", ARTICLE, "0", "cast(null as text)", "cast(null as text)", "r.recorded_from", "", ""),
                validity);
    }

    /** Statements that no earlier report of the story has. */
    private static String statements(Validity validity, Accepted accepted) {
        String joins = " join statement st on st.tenant = :tenant and st.article_id = r.article_id"
                + " and st.recorded_from = r.opened_at and " + accepted.months("st")
                + " left join thread_fact t on t.tenant = :tenant and t.article_id = st.article_id and t.fact_id ="
                + " st.fact_id and t.kind = 'UTTERANCE' and " + validity.of("t");
        String first = " and (t.thread_id is null or not exists (select from thread_fact o join story_report b"
                + " on b.tenant = :tenant and b.article_id = o.article_id and b.story_id = :story and "
                + validity.of("b")
                + " where o.tenant = :tenant and o.thread_id = t.thread_id and " + validity.of("o")
                + " and (o.day, o.first_accepted_at, o.article_id, o.position) < (" + KEY + ", st.position)))";
        return branch(
                new Branch(
                        "r.day",
                        STATEMENT,
                        "st.position",
                        "st.fact_id",
                        "t.thread_id",
                        "st.recorded_from",
                        joins,
                        first),
                validity);
    }

    private static String threadFact(Validity validity, Accepted accepted) {
        return " join thread_fact t on t.tenant = :tenant and t.article_id = r.article_id and t.kind = 'COMMITMENT'"
                + " and "
                + validity.of("t") + " and " + accepted.months("t");
    }

    private static String steps(Validity validity, Accepted accepted) {
        return branch(
                new Branch(
                        "r.day",
                        STEP,
                        "t.position",
                        "t.fact_id",
                        "t.thread_id",
                        "t.recorded_from",
                        threadFact(validity, accepted),
                        ""),
                validity);
    }

    private static String lapses(Validity validity, Accepted accepted) {
        String joins = threadFact(validity, accepted)
                + " join lapse l on l.tenant = :tenant and l.article_id = t.article_id and l.fact_id = t.fact_id"
                + (validity.asOf().isPresent() ? " and l.recorded_from <= :asOf" : "");
        return branch(
                new Branch(
                        "l.due_to + 1",
                        STEP + 1,
                        "t.position",
                        "t.fact_id",
                        "t.thread_id",
                        "l.recorded_from",
                        joins,
                        ""),
                validity);
    }

    private static NativeQuery<Tuple> typed(NativeQuery<Tuple> query) {
        return query.addScalar("day", LocalDate.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("rank", Integer.class)
                .addScalar("position", Integer.class)
                .addScalar("fact_id", String.class)
                .addScalar("thread_id", String.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("headline", String.class)
                .addScalar("speaker_name", String.class)
                .addScalar("words", String.class);
    }

    private static TimelinePlace place(Tuple row) {
        return new TimelinePlace(
                row.get("day", LocalDate.class),
                row.get("first_accepted_at", Instant.class),
                row.get("article_id", UUID.class),
                row.get("rank", Integer.class),
                row.get("position", Integer.class));
    }

    private List<TimelineEntry> entries(Tenant tenant, List<Tuple> rows, Optional<Instant> asOf) {
        Map<String, List<Step>> lives = new HashMap<>();
        List<TimelineEntry> entries = new ArrayList<>();
        for (Tuple row : rows) {
            int rank = row.get("rank", Integer.class);
            if (rank == ARTICLE || rank == STATEMENT) {
                entries.add(entry(row, rank == ARTICLE ? TimelineKind.ARTICLE : TimelineKind.STATEMENT, null));
            } else {
                List<Step> steps = lives.computeIfAbsent(
                        row.get("thread_id", String.class), thread -> steps(tenant, thread, asOf));
                steps.stream()
                        .filter(step -> isOf(step, row, rank))
                        .findFirst()
                        .ifPresent(step -> entries.add(
                                entry(row, TimelineKind.valueOf(step.kind().name()), step)));
            }
        }
        return entries;
    }

    private List<Step> steps(Tenant tenant, String thread, Optional<Instant> asOf) {
        return threads.find(tenant, thread, asOf)
                .map(found -> CommitmentLife.of(found.thread(), found.lapses()).steps())
                .orElse(List.of());
    }

    /** A lapse of a deadline that was moved, or reported of in time, is no step. */
    private static boolean isOf(Step step, Tuple row, int rank) {
        ThreadFact fact = step.evidence();
        return rank == STEP
                ? fact != null
                        && fact.place().article().equals(new ArticleId(row.get("article_id", UUID.class)))
                        && fact.place().fact().equals(row.get("fact_id", String.class))
                : fact == null && step.day().equals(row.get("day", LocalDate.class));
    }

    private static TimelineEntry entry(Tuple row, TimelineKind kind, @Nullable Step step) {
        UUID article = row.get("article_id", UUID.class);
        String fact = row.get("fact_id", String.class);
        var before = step == null ? null : step.before();
        return new TimelineEntry(
                kind,
                Objects.requireNonNull(row.get("day", LocalDate.class)),
                fact == null ? article.toString() : article + ":" + fact,
                article,
                row.get("outlet", String.class),
                row.get("address", String.class),
                row.get("headline", String.class),
                row.get("speaker_name", String.class),
                row.get("words", String.class),
                row.get("thread_id", String.class),
                step == null ? null : step.due().first(),
                step == null ? null : step.due().last(),
                before == null ? null : before.last(),
                step == null ? null : step.later().orElse(null),
                row.get("recorded_from", Instant.class));
    }
}
