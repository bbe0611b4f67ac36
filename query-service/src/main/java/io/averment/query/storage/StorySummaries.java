package io.averment.query.storage;

import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.story.ReportPlace;
import io.averment.query.record.story.StoryBranch;
import io.averment.query.record.story.StoryReport;
import io.averment.query.record.thread.Source;
import io.averment.query.storage.StoryRows.Stored;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What is listed of stories, and what they are found by. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class StorySummaries {
    private final EntityManager entities;

    StorySummaries(EntityManager entities) {
        this.entities = entities;
    }

    /** When the latest of the open summaries of these stories was written; null when they have none. */
    @Nullable
    Instant lastChange(Tenant tenant, Set<String> stories) {
        return stories.isEmpty()
                ? null
                : entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select max(recorded_from) from story where tenant = :tenant"
                                        + " and story_id = any(cast(:stories as text[])) and recorded_to = 'infinity'",
                                Instant.class)
                        .setParameter("tenant", tenant.name())
                        .setParameter("stories", stories.toArray(new String[0]))
                        .getSingleResult();
    }

    /** Ends the summaries of stories. */
    void close(Tenant tenant, Set<String> stories, Instant at) {
        entities.createNativeQuery("update story set recorded_to = :at where tenant = :tenant"
                        + " and story_id = any(cast(:stories as text[])) and recorded_to = 'infinity'")
                .setParameter("at", at)
                .setParameter("tenant", tenant.name())
                .setParameter("stories", stories.toArray(new String[0]))
                .executeUpdate();
    }

    /** Opens the summary of a story of these reports, in their order. One report is no story to list. */
    void open(Tenant tenant, String story, List<StoryBranch> reports, Instant at) {
        if (reports.size() == 1) {
            return;
        }
        ReportPlace first = reports.getFirst().report().place();
        List<Source> sources =
                reports.stream().map(branch -> branch.report().source()).toList();
        entities.createNativeQuery("""
            insert into story (tenant, story_id, recorded_from, first_day, last_day, article_count, origin_count,
                first_accepted_at, article_id, record_month)
            values (:tenant, :story, :at, :firstDay, :lastDay, :articles, :origins, :accepted, :article, :month)
            """)
                .setParameter("tenant", tenant.name())
                .setParameter("story", story)
                .setParameter("at", at)
                .setParameter("firstDay", first.day())
                .setParameter("lastDay", lastDay(reports))
                .setParameter("articles", reports.size())
                .setParameter("origins", Source.independent(sources))
                .setParameter("accepted", first.firstAcceptedAt())
                .setParameter("article", first.article().value())
                .setParameter("month", RecordMonth.of(first.firstAcceptedAt()).firstDay())
                .executeUpdate();
    }

    /** A row of the past. */
    @RegisterForReflection
    record Past(
            String storyId,
            Instant recordedFrom,
            LocalDate firstDay,
            LocalDate lastDay,
            int articles,
            int origins,
            Instant firstAcceptedAt,
            UUID articleId,
            LocalDate recordMonth) {

        static Past of(String story, Instant recordedFrom, List<StoryReport> reports) {
            ReportPlace first = reports.getFirst().place();
            return new Past(
                    story,
                    recordedFrom,
                    first.day(),
                    reports.getLast().day(),
                    reports.size(),
                    Source.independent(reports.stream().map(StoryReport::source).toList()),
                    first.firstAcceptedAt(),
                    first.article().value(),
                    RecordMonth.of(first.firstAcceptedAt()).firstDay());
        }
    }

    /** What the summaries of the past come to when some of the rows that they tell of go; those of stories that are none any more are left out. */
    List<Past> past(Tenant tenant, Map<String, List<Stored>> remaining) {
        List<Past> past = new ArrayList<>();
        for (Tuple moment : moments(tenant, remaining.keySet())) {
            String story = moment.get("story_id", String.class);
            Instant instant = moment.get("recorded_from", Instant.class);
            List<StoryReport> reports = remaining.getOrDefault(story, List.of()).stream()
                    .filter(row -> row.stoodAt(instant))
                    .map(row -> row.branch().report())
                    .sorted(Comparator.comparing(StoryReport::place))
                    .toList();
            if (reports.size() > 1) {
                past.add(Past.of(story, instant, reports));
            }
        }
        return past;
    }

    private List<Tuple> moments(Tenant tenant, Set<String> stories) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select story_id, recorded_from from story where tenant = :tenant"
                                + " and story_id = any(cast(:stories as text[])) and recorded_to < 'infinity'",
                        Tuple.class)
                .addScalar("story_id", String.class)
                .addScalar("recorded_from", Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("stories", stories.toArray(new String[0]))
                .getResultList();
    }

    private static LocalDate lastDay(List<StoryBranch> reports) {
        return Collections.max(
                reports.stream().map(branch -> branch.report().day()).toList());
    }

    /** Adds what one more report of a listed story is found by. */
    void addFacets(Tenant tenant, String story, ReportPlace first, Collection<String> facets, Instant at) {
        entities.createNativeQuery("""
            insert into story_facet (tenant, facet, story_id, recorded_from, first_accepted_at, article_id)
            select :tenant, added.facet, :story, :at, :accepted, :article
            from unnest(cast(:facets as text[])) as added(facet)
            where not exists (select from story_facet f where f.tenant = :tenant and f.story_id = :story
                and f.facet = added.facet and f.recorded_to = 'infinity')
            """)
                .setParameter("tenant", tenant.name())
                .setParameter("story", story)
                .setParameter("at", at)
                .setParameter("accepted", first.firstAcceptedAt())
                .setParameter("article", first.article().value())
                .setParameter("facets", facets.toArray(new String[0]))
                .executeUpdate();
    }

    /**
     * Makes what stories are found by follow from their reports, whose rows must be written already.
     *
     * @param changed all stories that changed
     * @param listed those of them that have two reports or more, with their first ones
     */
    void alignFacets(Tenant tenant, Set<String> changed, Map<String, ReportPlace> listed, Instant at) {
        List<Map.Entry<String, ReportPlace>> firsts =
                listed.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        String[] stories = firsts.stream().map(Map.Entry::getKey).toArray(String[]::new);
        entities.createNativeQuery("""
            update story_facet f set recorded_to = :at
            where f.tenant = :tenant and f.story_id = any(cast(:changed as text[])) and f.recorded_to = 'infinity'
                and (f.story_id, f.facet) not in (
                    select r.story_id, u.facet from story_report r cross join lateral unnest(r.facets) as u(facet)
                    where r.tenant = :tenant and r.story_id = any(cast(:stories as text[]))
                        and r.recorded_to = 'infinity')
            """)
                .setParameter("at", at)
                .setParameter("tenant", tenant.name())
                .setParameter("changed", changed.toArray(new String[0]))
                .setParameter("stories", stories)
                .executeUpdate();
        entities.createNativeQuery("""
            insert into story_facet (tenant, facet, story_id, recorded_from, first_accepted_at, article_id)
            select distinct cast(:tenant as text), u.facet, l.story_id, cast(:at as timestamptz), l.accepted, l.article
            from unnest(cast(:stories as text[]), cast(:accepted as timestamptz[]), cast(:articles as uuid[]))
                as l(story_id, accepted, article)
            join story_report r on r.tenant = :tenant and r.story_id = l.story_id and r.recorded_to = 'infinity'
            cross join lateral unnest(r.facets) as u(facet)
            where not exists (select from story_facet f where f.tenant = :tenant and f.story_id = l.story_id
                and f.facet = u.facet and f.recorded_to = 'infinity')
            """)
                .setParameter("tenant", tenant.name())
                .setParameter("at", at)
                .setParameter("stories", stories)
                .setParameter(
                        "accepted",
                        firsts.stream()
                                .map(first -> first.getValue().firstAcceptedAt().toString())
                                .toArray(String[]::new))
                .setParameter(
                        "articles",
                        firsts.stream()
                                .map(first -> first.getValue().article().value())
                                .toArray(UUID[]::new))
                .executeUpdate();
    }
}
