package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.record.story.ReportPlace;
import io.averment.query.record.story.StoryBranch;
import io.averment.query.record.story.StoryKeys;
import io.averment.query.record.story.StoryLink;
import io.averment.query.record.story.StoryReport;
import io.averment.query.record.story.Trait;
import io.averment.query.record.thread.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The rows of reports in stories. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class StoryRows {
    private static final int MOST_CANDIDATES = 100;
    private static final int MOST_OF_A_KEY = 50;
    private static final int MOST_MEMBERS = 10_000;
    /** A story with as many reports takes no more: each report of it reads all others. */
    private static final int FULL = 2_000;

    /** Traits are folded, so none has a line's end in it. */
    private static final String TRAITS = "array_to_string(t.traits, E'\\n')";

    private static final String ABOVE = "p.day as above_day, p.first_accepted_at as above_accepted, ";
    private static final String NO_ABOVE =
            "cast(null as date) as above_day, cast(null as timestamptz) as above_accepted, ";
    private static final String JOIN_ABOVE = "left join story_report p on p.tenant = t.tenant"
            + " and p.article_id = t.parent_id and p.recorded_to = 'infinity' ";

    private final EntityManager entities;
    private final FactJson json;

    StoryRows(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /**
     * A report as it stands in the database.
     *
     * @param recordedTo until when it stood in the story; null while it does
     * @param opened when the version of its article was opened
     * @param above the current place of the report that it hangs on; null where it was not read
     */
    record Stored(
            StoryBranch branch,
            String story,
            LocalDate month,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            Instant opened,
            @Nullable ReportPlace above) {

        boolean stoodAt(Instant instant) {
            return PastRows.stoodAt(recordedFrom, recordedTo, instant);
        }

        ArticleId article() {
            return branch.report().article();
        }
    }

    /** The open row of an article. */
    Optional<Stored> ofArticle(Tenant tenant, ArticleId article) {
        return query(
                        TRAITS,
                        "where t.tenant = :tenant and t.article_id = :article and t.recorded_to = 'infinity'",
                        Map.of("tenant", tenant.name(), "article", article.value()))
                .stream()
                .findFirst();
    }

    /** The story of an article as of an instant. */
    Optional<String> storyOf(Tenant tenant, ArticleId article, Optional<Instant> asOf) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenant.name(), "article", article.value()));
        asOf.ifPresent(instant -> parameters.put("asOf", instant));
        return query(
                        "",
                        "where t.tenant = :tenant and t.article_id = :article and " + Validity.of(asOf, "t"),
                        parameters)
                .stream()
                .findFirst()
                .map(Stored::story);
    }

    /** The open rows of what hangs on an article. */
    List<Stored> children(Tenant tenant, ArticleId article) {
        return query(
                TRAITS,
                "where t.tenant = :tenant and t.parent_id = :article and t.recorded_to = 'infinity' order by"
                        + " t.article_id",
                Map.of("tenant", tenant.name(), "article", article.value()));
    }

    /** The open rows that share most keys with the report, of those nearest to it on either side under each key. */
    List<Stored> candidates(Tenant tenant, StoryReport report) {
        return query(
                TRAITS,
                """
                join (
                    select near.article_id from unnest(cast(:keys as bigint[])) as wanted(key) cross join lateral (
                        (select k.article_id from story_key k
                         where k.tenant = :tenant and k.key = wanted.key and k.recorded_to = 'infinity' and k.day >= :first
                            and (k.day, k.first_accepted_at, k.article_id) < (:day, :accepted, :article)
                         order by k.day desc, k.first_accepted_at desc, k.article_id desc limit :nearest)
                        union all
                        (select k.article_id from story_key k
                         where k.tenant = :tenant and k.key = wanted.key and k.recorded_to = 'infinity' and k.day <= :last
                            and (k.day, k.first_accepted_at, k.article_id) > (:day, :accepted, :article)
                         order by k.day, k.first_accepted_at, k.article_id limit :nearest)) as near
                    group by near.article_id order by count(*) desc, near.article_id limit :most) as found on found.article_id = t.article_id
                where t.tenant = :tenant and t.recorded_to = 'infinity' and not exists (
                    select from story s where s.tenant = :tenant and s.story_id = t.story_id and s.recorded_to = 'infinity'
                        and s.article_count >= :full)
                """,
                Map.of(
                        "tenant",
                        tenant.name(),
                        "article",
                        report.article().value(),
                        "keys",
                        StoryKeys.of(report).toArray(new Long[0]),
                        "day",
                        report.day(),
                        "accepted",
                        report.place().firstAcceptedAt(),
                        "first",
                        report.day().minusDays(StoryLink.WINDOW_DAYS),
                        "last",
                        report.day().plusDays(StoryLink.WINDOW_DAYS),
                        "nearest",
                        MOST_OF_A_KEY,
                        "full",
                        FULL,
                        "most",
                        MOST_CANDIDATES));
    }

    /** The open rows of stories, without their traits and without the places of what they hang on. */
    List<Stored> members(Tenant tenant, Set<String> stories) {
        return stories.isEmpty()
                ? List.of()
                : query(
                        "",
                        "where t.tenant = :tenant and t.story_id = any(cast(:stories as text[])) and t.recorded_to ="
                                + " 'infinity' order by t.story_id, t.day, t.first_accepted_at limit " + MOST_MEMBERS,
                        Map.of("tenant", tenant.name(), "stories", stories.toArray(new String[0])));
    }

    /** The rows of a story in the order of its reports, as of an instant. */
    List<Stored> reports(Tenant tenant, String story, Optional<Instant> asOf) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenant.name(), "story", story));
        asOf.ifPresent(instant -> parameters.put("asOf", instant));
        return query(
                TRAITS,
                "where t.tenant = :tenant and t.story_id = :story and " + Validity.of(asOf, "t")
                        + " order by t.day, t.first_accepted_at, t.article_id limit " + MOST_MEMBERS,
                parameters);
    }

    /** @param traits the SQL of the traits, and with it of the place of what a report hangs on; empty where neither is needed */
    private List<Stored> query(String traits, String rest, Map<String, Object> parameters) {
        boolean whole = !traits.isEmpty();
        String sql =
                "select t.article_id, t.record_month, t.first_accepted_at, t.day, t.origin, t.text_hash, t.parent_id,"
                        + " t.affinity, t.story_id, t.recorded_from, nullif(t.recorded_to, 'infinity') as recorded_to, t.opened_at, "
                        + (whole ? ABOVE + traits : NO_ABOVE + "''")
                        + " as traits from story_report t " + (whole ? JOIN_ABOVE : "") + rest;
        var query = entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("record_month", LocalDate.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("day", LocalDate.class)
                .addScalar("origin", String.class)
                .addScalar("text_hash", String.class)
                .addScalar("parent_id", UUID.class)
                .addScalar("affinity", Integer.class)
                .addScalar("story_id", String.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("recorded_to", Instant.class)
                .addScalar("opened_at", Instant.class)
                .addScalar("above_day", LocalDate.class)
                .addScalar("above_accepted", Instant.class)
                .addScalar("traits", String.class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(StoryRows::stored).toList();
    }

    private static Stored stored(Tuple row) {
        ArticleId article = new ArticleId(row.get("article_id", UUID.class));
        UUID parent = row.get("parent_id", UUID.class);
        LocalDate aboveDay = row.get("above_day", LocalDate.class);
        StoryReport report = new StoryReport(
                new ReportPlace(row.get("day", LocalDate.class), row.get("first_accepted_at", Instant.class), article),
                new Source(article.toString(), row.get("origin", String.class), row.get("text_hash", String.class)),
                traits(row.get("traits", String.class)));
        return new Stored(
                new StoryBranch(
                        report, parent == null ? null : new ArticleId(parent), row.get("affinity", Integer.class)),
                row.get("story_id", String.class),
                row.get("record_month", LocalDate.class),
                row.get("recorded_from", Instant.class),
                row.get("recorded_to", Instant.class),
                row.get("opened_at", Instant.class),
                parent == null || aboveDay == null
                        ? null
                        : new ReportPlace(aboveDay, row.get("above_accepted", Instant.class), new ArticleId(parent)));
    }

    private static List<Trait> traits(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split("\n")).map(Trait::parse).toList();
    }

    /** Ends the row of an article, and its keys. */
    void close(Tenant tenant, ArticleId article, Instant at) {
        for (String table : List.of("story_key", "story_report")) {
            entities.createNativeQuery("update " + table + " set recorded_to = :at where tenant = :tenant"
                            + " and article_id = :article and recorded_to = 'infinity'")
                    .setParameter("at", at)
                    .setParameter("tenant", tenant.name())
                    .setParameter("article", article.value())
                    .executeUpdate();
        }
    }

    /** Opens the row of an article, and its keys. */
    void open(Tenant tenant, LocalDate month, StoryBranch branch, String story, Set<String> facets, Instant at) {
        StoryReport report = branch.report();
        ArticleId parent = branch.parent();
        entities.createNativeQuery("""
            with opened as (
                insert into story_report (tenant, record_month, article_id, recorded_from, opened_at, first_accepted_at,
                    day, origin, text_hash, parent_id, affinity, story_id, traits, facets)
                values (:tenant, :month, :article, :at, :at, :accepted, :day, cast(:origin as text), :text,
                    cast(cast(:parent as text) as uuid), :affinity, :story, cast(:traits as text[]),
                    cast(:facets as text[])))
            insert into story_key (tenant, key, article_id, day, first_accepted_at, recorded_from)
            select :tenant, added.key, :article, :day, :accepted, :at from unnest(cast(:keys as bigint[])) as added(key)
            """)
                .setParameter("tenant", tenant.name())
                .setParameter("month", month)
                .setParameter("article", report.article().value())
                .setParameter("at", at)
                .setParameter("accepted", report.place().firstAcceptedAt())
                .setParameter("day", report.day())
                .setParameter("origin", report.source().origin())
                .setParameter("text", report.source().text())
                .setParameter("parent", parent == null ? null : parent.toString())
                .setParameter("affinity", branch.affinity())
                .setParameter("story", story)
                .setParameter(
                        "traits", report.traits().stream().map(Trait::text).toArray(String[]::new))
                .setParameter("facets", facets.toArray(new String[0]))
                .setParameter("keys", StoryKeys.of(report).toArray(new Long[0]))
                .executeUpdate();
    }

    /** Hangs reports elsewhere, or puts them into other stories: those of each article in the branch and the story at its index. */
    void move(Tenant tenant, List<StoryBranch> branches, List<String> stories, Instant at) {
        if (branches.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
            with moved as (
                update story_report t set recorded_to = :at
                from unnest(cast(:articles as uuid[]), cast(:parents as text[]), cast(:affinities as integer[]),
                    cast(:stories as text[])) as m(article, parent, affinity, story)
                where t.tenant = :tenant and t.article_id = m.article and t.recorded_to = 'infinity'
                returning t.tenant, t.record_month, t.article_id, t.opened_at, t.first_accepted_at, t.day, t.origin,
                    t.text_hash, cast(m.parent as uuid) as parent, m.affinity as nearness, m.story, t.traits, t.facets)
            insert into story_report (tenant, record_month, article_id, recorded_from, opened_at, first_accepted_at,
                day, origin, text_hash, parent_id, affinity, story_id, traits, facets)
            select tenant, record_month, article_id, :at, opened_at, first_accepted_at, day, origin, text_hash, parent,
                nearness, story, traits, facets from moved
            """)
                .setParameter("at", at)
                .setParameter("tenant", tenant.name())
                .setParameter(
                        "articles",
                        branches.stream()
                                .map(branch -> branch.report().article().value())
                                .toArray(UUID[]::new))
                .setParameter(
                        "parents",
                        branches.stream()
                                .map(StoryBranch::parent)
                                .map(parent -> parent == null ? null : parent.toString())
                                .toArray(String[]::new))
                .setParameter(
                        "affinities",
                        branches.stream().map(StoryBranch::affinity).toArray(Integer[]::new))
                .setParameter("stories", stories.toArray(new String[0]))
                .executeUpdate();
    }

    /** When the versions of an article were opened that the record still has. */
    Set<Instant> versions(Tenant tenant, ArticleId article, LocalDate month) {
        return PastRows.versions(entities, tenant, article, month);
    }

    /** The rows, of all time, of stories in which an article ever stood, ordered by story; without their traits. */
    List<Stored> ever(Tenant tenant, ArticleId article) {
        return query(
                "",
                "where t.tenant = :tenant and t.story_id in (select o.story_id from story_report o where o.tenant = :tenant"
                        + " and o.article_id = :article) order by t.story_id limit " + PastRows.MOST,
                Map.of("tenant", tenant.name(), "article", article.value()));
    }

    /**
     * Erases what is kept of the words of an article's withdrawn versions, from the past as well.
     *
     * @param remaining summaries of the past that stay, and as what
     */
    void erase(ArticleId article, LocalDate month, List<StorySummaries.Past> remaining) {
        entities.createNativeQuery(
                        "select erase_withdrawn_reports(cast(current_schema() as text), :article, :month, cast(:remaining as jsonb))",
                        Integer.class)
                .setParameter("article", article.value())
                .setParameter("month", month)
                .setParameter("remaining", json.write(remaining))
                .getSingleResult();
    }
}
