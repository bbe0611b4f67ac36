package io.averment.query.story;

import io.averment.query.story.TimelinePlaces.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The earlier reports of a story in which a report's unquoted words may stand already: the one that it hangs on, and the first copies of the same
 * text. What stands in these was compared with still earlier ones itself. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class EarlierCopies {
    /** With so many earlier copies a report is compared. */
    private static final int MOST = 20;

    private static final String COLUMNS = "select b.article_id, b.day, b.first_accepted_at, b.story_id, b.origin,"
            + " cast(b.opened_at as text) as opened, b.record_month from story_report b where b.tenant = :tenant and ";

    private final EntityManager entities;

    EarlierCopies(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A report in the order of its story.
     *
     * @param origin id of the article that it is a copy of
     * @param parent that it hangs on
     */
    record Report(
            LocalDate day,
            Instant firstAcceptedAt,
            UUID article,
            @Nullable String origin,
            @Nullable UUID parent) {
        /** The database orders ids by their bytes, which is how they are written. */
        private static final Comparator<Report> ORDER = Comparator.comparing(Report::day)
                .thenComparing(Report::firstAcceptedAt)
                .thenComparing(report -> report.article().toString());

        /** The article whose text it is. */
        String source() {
            return origin == null ? article.toString() : origin;
        }
    }

    /**
     * One in which a report's words may stand.
     *
     * @param article the report
     * @param opened when the version of the earlier article was opened
     * @param month in which the earlier article stands
     */
    record Earlier(UUID article, UUID earlier, String opened, LocalDate month) {}

    /** Another report, with where its facts stand. */
    private record Other(Report report, String opened, LocalDate month) {}

    /** Those of all these reports. */
    List<Earlier> of(Told told, List<Report> reports) {
        Set<String> sources = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Report report : reports) {
            sources.add(report.source());
            Stream.of(report.parent(), report.origin() == null ? null : UUID.fromString(report.origin()))
                    .filter(Objects::nonNull)
                    .forEach(ids::add);
        }
        List<Other> others = reports.isEmpty() ? List.of() : others(told, sources, ids);
        return reports.stream()
                .flatMap(report -> others.stream()
                        .filter(other -> isEarlierOf(report, other.report()))
                        .limit(MOST)
                        .map(other ->
                                new Earlier(report.article(), other.report().article(), other.opened(), other.month())))
                .toList();
    }

    private static boolean isEarlierOf(Report report, Report other) {
        return Report.ORDER.compare(other, report) < 0
                && (other.source().equals(report.source()) || other.article().equals(report.parent()));
    }

    /** By the origin and by the id each, which have indexes; the story is looked at afterwards, since its index leads to all of it. */
    private List<Other> others(Told told, Set<String> sources, Set<UUID> ids) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        COLUMNS + "b.origin = any(cast(:origins as text[])) and " + told.holds("b") + " union "
                                + COLUMNS
                                + "b.article_id = any(:articles) and " + told.holds("b")
                                + " order by day, first_accepted_at, article_id",
                        Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("day", LocalDate.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("story_id", String.class)
                .addScalar("origin", String.class)
                .addScalar("opened", String.class)
                .addScalar("record_month", LocalDate.class)
                .setParameter("tenant", told.tenant().name())
                .setParameter("origins", sources.toArray(new String[0]))
                .setParameter("articles", ids.toArray(new UUID[0]));
        told.asOf().ifPresent(instant -> query.setParameter("asOf", instant));
        return query.getResultList().stream()
                .filter(row -> told.story().equals(row.get("story_id", String.class)))
                .map(row -> new Other(
                        new Report(
                                row.get("day", LocalDate.class),
                                row.get("first_accepted_at", Instant.class),
                                row.get("article_id", UUID.class),
                                row.get("origin", String.class),
                                null),
                        row.get("opened", String.class),
                        row.get("record_month", LocalDate.class)))
                .toList();
    }

    /** That the words of the statement {@code st} stand in one of them, in the same voice; to be run with {@link #bind}. */
    static String have(List<Earlier> earlier) {
        List<LocalDate> months =
                earlier.stream().map(Earlier::month).distinct().sorted().toList();
        return "exists (select from unnest(cast(:copies as uuid[]), cast(:earlier as uuid[]), cast(:opened as timestamptz[]),"
                + " cast(:months as date[])) as e(article_id, earlier, opened_at, record_month)"
                + " join statement o on o.tenant = :tenant and o.article_id = e.earlier and o.record_month = e.record_month"
                + " and o.recorded_from = e.opened_at and " + TimelinePlaces.in("o", months)
                + " where e.article_id = st.article_id and o.content = st.content"
                + " and o.speaker_name is not distinct from st.speaker_name)";
    }

    static void bind(NativeQuery<?> query, List<Earlier> earlier) {
        query.setParameter("copies", earlier.stream().map(Earlier::article).toArray(UUID[]::new))
                .setParameter("earlier", earlier.stream().map(Earlier::earlier).toArray(UUID[]::new))
                .setParameter("opened", earlier.stream().map(Earlier::opened).toArray(String[]::new))
                .setParameter(
                        "months",
                        earlier.stream().map(one -> one.month().toString()).toArray(String[]::new));
    }
}
