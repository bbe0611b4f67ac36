package io.averment.query.story;

import io.averment.query.record.Tenant;
import io.averment.query.storage.Validity;
import io.averment.query.story.EarlierCopies.Earlier;
import io.averment.query.story.EarlierCopies.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Where the entries of a story's timeline stand, a page at a time. Every report is an entry, so a page has none beyond as many reports as it has
 * entries: what these tell is read, and no other report. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class TimelinePlaces {
    static final int ARTICLE = 0;
    static final int STATEMENT = 1;
    static final int STEP = 2;
    static final int LAPSE = 3;

    /**
     * Lapses are few. Of a story with no more reports than this they are found by its commitments, and of a longer one, of which a page commonly
     * covers few days, among all that lapsed on these days.
     */
    private static final int SHORT_STORY = 500;

    private static final String KEY = "r.day, r.first_accepted_at, r.article_id";
    private static final String PLACE =
            "(cast(:day as date), cast(:accepted as timestamptz), cast(:article as uuid), cast(:rank as integer),"
                    + " cast(:position as integer), cast(:fact as text))";

    private final EntityManager entities;
    private final EarlierCopies copies;

    TimelinePlaces(EntityManager entities, EarlierCopies copies) {
        this.entities = entities;
        this.copies = copies;
    }

    /** A story as of an instant. */
    record Told(Tenant tenant, String story, Optional<Instant> asOf) {
        /** The condition that a row holds. */
        String holds(String alias) {
            return Validity.of(asOf, alias);
        }

        private void bind(NativeQuery<?> query) {
            query.setParameter("tenant", tenant.name()).setParameter("story", story);
            asOf.ifPresent(instant -> query.setParameter("asOf", instant));
        }
    }

    /**
     * An entry.
     *
     * @param thread of a statement or a commitment; empty where it has none
     * @param opened when the version of the article was opened
     * @param month in which the article stands
     */
    record Found(TimelinePlace place, Optional<String> thread, Instant opened, LocalDate month, Instant recordedFrom) {}

    /**
     * The reports that a page may reach into.
     *
     * @param reports they
     * @param months in which they stand
     * @param last the last of them; empty when the story has no more
     */
    private record Window(List<Report> reports, List<LocalDate> months, Optional<TimelinePlace> last) {}

    /** Whether there is such a story. */
    boolean exists(Told told) {
        NativeQuery<Integer> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select 1 from story_report r where r.tenant = :tenant and r.story_id = :story and "
                                + told.holds("r") + " limit 1",
                        Integer.class);
        told.bind(query);
        return !query.getResultList().isEmpty();
    }

    /**
     * Entries in their order.
     *
     * @param end up to where there are no others; empty when that is the end of the story
     */
    record Stretch(List<Found> entries, Optional<TimelinePlace> end) {
        /** From where to go on, when so many entries are shown; empty at the end. What went while the stretch was read makes it shorter, not the story. */
        Optional<TimelinePlace> next(int shown) {
            return entries.size() > shown
                    ? Optional.of(entries.get(shown - 1).place())
                    : end.map(
                            last -> entries.isEmpty() ? last : entries.getLast().place());
        }
    }

    /** The next entries after a place. */
    Stretch after(Told told, TimelinePlace after, int most) {
        Window window = window(told, after, most);
        TimelinePlace last = window.last().orElse(TimelinePlace.END);
        List<Earlier> earlier = copies.of(told, window.reports());
        String ofReports = window.months().isEmpty()
                ? ""
                : articles(told) + " union all " + statements(told, window.months(), earlier) + " union all "
                        + steps(told) + " union all ";
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select * from (" + ofReports + lapses(told, byDays(told, window))
                                + ") as e order by day, first_accepted_at, article_id, rank, position, fact_id collate \"C\""
                                + " limit :rows",
                        Tuple.class)
                .addScalar("day", LocalDate.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("rank", Integer.class)
                .addScalar("position", Integer.class)
                .addScalar("fact_id", String.class)
                .addScalar("thread_id", String.class)
                .addScalar("opened_at", Instant.class)
                .addScalar("record_month", LocalDate.class)
                .addScalar("recorded_from", Instant.class)
                .setParameter("rank", after.rank())
                .setParameter("position", after.position())
                .setParameter("fact", after.fact())
                .setParameter("lastDay", last.day())
                .setParameter("rows", most);
        told.bind(query);
        bind(query, after);
        if (!window.months().isEmpty()) {
            query.setParameter("windowDay", last.day())
                    .setParameter("windowAccepted", last.firstAcceptedAt())
                    .setParameter("windowArticle", last.article());
        }
        if (!earlier.isEmpty()) {
            EarlierCopies.bind(query, earlier);
        }
        return new Stretch(
                query.getResultList().stream().map(TimelinePlaces::found).toList(), window.last());
    }

    private static void bind(NativeQuery<?> query, TimelinePlace after) {
        query.setParameter("day", after.day())
                .setParameter("accepted", after.firstAcceptedAt())
                .setParameter("article", after.article());
    }

    private static Found found(Tuple row) {
        return new Found(
                new TimelinePlace(
                        row.get("day", LocalDate.class),
                        row.get("first_accepted_at", Instant.class),
                        row.get("article_id", UUID.class),
                        row.get("rank", Integer.class),
                        row.get("position", Integer.class),
                        row.get("fact_id", String.class)),
                Optional.ofNullable(row.get("thread_id", String.class)),
                row.get("opened_at", Instant.class),
                row.get("record_month", LocalDate.class),
                row.get("recorded_from", Instant.class));
    }

    private Window window(Told told, TimelinePlace after, int most) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select " + KEY
                                + ", r.record_month, r.origin, r.parent_id from story_report r where r.tenant = :tenant"
                                + " and r.story_id = :story and " + told.holds("r") + " and (" + KEY
                                + ") >= (cast(:day as date), cast(:accepted as timestamptz), cast(:article as uuid))"
                                + " order by " + KEY + " limit :rows",
                        Tuple.class)
                .addScalar("day", LocalDate.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("record_month", LocalDate.class)
                .addScalar("origin", String.class)
                .addScalar("parent_id", UUID.class)
                // The first of them may be the one whose entries the page before has shown.
                .setParameter("rows", most + 1);
        told.bind(query);
        bind(query, after);
        List<Tuple> reports = query.getResultList();
        return new Window(
                reports.stream()
                        .map(report -> new Report(
                                report.get("day", LocalDate.class),
                                report.get("first_accepted_at", Instant.class),
                                report.get("article_id", UUID.class),
                                report.get("origin", String.class),
                                report.get("parent_id", UUID.class)))
                        .toList(),
                reports.stream()
                        .map(report -> report.get("record_month", LocalDate.class))
                        .distinct()
                        .sorted()
                        .toList(),
                reports.size() <= most
                        ? Optional.empty()
                        : Optional.of(new TimelinePlace(
                                reports.getLast().get("day", LocalDate.class),
                                reports.getLast().get("first_accepted_at", Instant.class),
                                reports.getLast().get("article_id", UUID.class),
                                ARTICLE,
                                0,
                                "")));
    }

    /** Whether lapses are looked for among those of the page's days, of whatever story. */
    private boolean byDays(Told told, Window window) {
        if (window.last().isEmpty()) {
            return false;
        }
        NativeQuery<Integer> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select s.article_count from story s where s.tenant = :tenant and s.story_id = :story and "
                                + told.holds("s"),
                        Integer.class);
        told.bind(query);
        return query.getResultStream().anyMatch(count -> count > SHORT_STORY);
    }

    /** Months stand in the SQL as constants: each that could be meant is planned for. */
    static String in(String alias, Collection<LocalDate> months) {
        return alias + ".record_month in ("
                + months.stream().map(month -> "date '" + month + "'").collect(Collectors.joining(", ")) + ")";
    }

    /** Entries of one kind that the reports of the page tell. */
    private record Branch(
            int rank, String position, String fact, String thread, String recorded, String joins, String condition) {

        String sql(Told told) {
            String order = rank == ARTICLE ? KEY : KEY + ", " + position + ", " + fact + " collate \"C\"";
            return "(select r.day, r.first_accepted_at, r.article_id, " + rank + " as rank, " + position
                    + " as position, " + fact + " as fact_id, " + thread + " as thread_id, r.opened_at,"
                    + " r.record_month, " + recorded + " as recorded_from from story_report r" + joins
                    + " where r.tenant = :tenant and r.story_id = :story and " + told.holds("r")
                    + " and (" + KEY
                    + ") >= (cast(:day as date), cast(:accepted as timestamptz), cast(:article as uuid))"
                    + " and (" + KEY + ") <= (cast(:windowDay as date), cast(:windowAccepted as timestamptz),"
                    + " cast(:windowArticle as uuid)) and (" + KEY + ", " + rank + ", " + position + ", " + fact
                    + " collate \"C\") > " + PLACE + condition + " order by " + order + " limit :rows)";
        }
    }

    private static String articles(Told told) {
        return new Branch(ARTICLE, "0", "cast('' as text)", "cast(null as text)", "r.recorded_from", "", "").sql(told);
    }

    /** Statements that no earlier report of the story has: quoted ones by their threads, others by the words of earlier copies. */
    private static String statements(Told told, List<LocalDate> months, List<Earlier> earlier) {
        String joins = " join statement st on st.tenant = :tenant and st.article_id = r.article_id"
                + " and st.record_month = r.record_month and st.recorded_from = r.opened_at and " + in("st", months)
                + " left join thread_fact t on t.tenant = :tenant and t.article_id = st.article_id and t.fact_id ="
                + " st.fact_id and t.kind = 'UTTERANCE' and " + told.holds("t");
        String copied = earlier.isEmpty() ? "" : " and not " + EarlierCopies.have(earlier);
        String first = " and (t.thread_id is null" + copied
                + " or t.thread_id is not null and not exists (select from thread_fact o join story_report b"
                + " on b.tenant = :tenant and b.article_id = o.article_id and b.story_id = :story and "
                + told.holds("b")
                + " where o.tenant = :tenant and o.thread_id = t.thread_id and " + told.holds("o")
                + " and (o.day, o.first_accepted_at, o.article_id, o.position) < (" + KEY + ", st.position)))";
        return new Branch(STATEMENT, "st.position", "st.fact_id", "t.thread_id", "st.recorded_from", joins, first)
                .sql(told);
    }

    private static String steps(Told told) {
        String joins = " join thread_fact t on t.tenant = :tenant and t.article_id = r.article_id"
                + " and t.kind = 'COMMITMENT' and " + told.holds("t");
        return new Branch(STEP, "t.position", "t.fact_id", "t.thread_id", "t.recorded_from", joins, "").sql(told);
    }

    /**
     * Lapses of the threads in which any report of the story stands, once a thread and day, each at the first of its commitments that the story
     * tells of.
     */
    private static String lapses(Told told, boolean byDays) {
        String noticed = told.asOf().isPresent() ? " and l.recorded_from <= :asOf" : "";
        String days = " and l.due_to >= cast(:day as date) - 1 and l.due_to < cast(:lastDay as date)";
        String ofStory = "(select distinct t.thread_id from story_report r join thread_fact t on t.tenant = :tenant"
                + " and t.article_id = r.article_id and t.kind = 'COMMITMENT' and " + told.holds("t")
                + " where r.tenant = :tenant and r.story_id = :story and " + told.holds("r")
                + ") as known join thread_fact o on o.tenant = :tenant and o.thread_id = known.thread_id and "
                + told.holds("o")
                + " join lapse l on l.tenant = :tenant and l.article_id = o.article_id and l.fact_id = o.fact_id";
        String ofDays = "lapse l join thread_fact o on o.tenant = :tenant and o.article_id = l.article_id"
                + " and o.fact_id = l.fact_id and o.kind = 'COMMITMENT' and " + told.holds("o");
        String lapsed = "select o.thread_id, l.due_to, min(l.recorded_from) as recorded_from from "
                + (byDays ? ofDays : ofStory) + " where l.tenant = :tenant" + days + noticed + " group by 1, 2";
        String first = "select r.first_accepted_at, r.article_id, t.position, t.fact_id, r.opened_at, r.record_month"
                + " from thread_fact t join story_report r on r.tenant = :tenant and r.article_id = t.article_id"
                + " and r.story_id = :story and " + told.holds("r")
                + " where t.tenant = :tenant and t.thread_id = lapsed.thread_id and " + told.holds("t")
                + " order by " + KEY + ", t.position, t.fact_id collate \"C\" limit 1";
        String place = "(lapsed.due_to + 1, told.first_accepted_at, told.article_id, " + LAPSE
                + ", told.position, told.fact_id collate \"C\")";
        return "(select lapsed.due_to + 1 as day, told.first_accepted_at, told.article_id, " + LAPSE
                + " as rank, told.position, told.fact_id, lapsed.thread_id, told.opened_at, told.record_month,"
                + " lapsed.recorded_from from (" + lapsed + ") as lapsed cross join lateral (" + first
                + ") as told where " + place + " > " + PLACE
                + " order by lapsed.due_to, told.first_accepted_at, told.article_id, told.position, told.fact_id collate \"C\""
                + " limit :rows)";
    }
}
