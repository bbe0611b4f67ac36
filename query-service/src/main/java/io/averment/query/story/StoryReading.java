package io.averment.query.story;

import io.averment.query.reading.ListRequest;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.ArticleId;
import io.averment.query.record.DayRange;
import io.averment.query.record.Tenant;
import io.averment.query.record.story.StoryLink;
import io.averment.query.record.story.StoryReason;
import io.averment.query.record.story.StoryReport;
import io.averment.query.record.thread.Source;
import io.averment.query.storage.StoryStore;
import io.averment.query.storage.StoryStore.Told;
import io.averment.query.storage.Validity;
import io.averment.query.story.StoryWithReports.ReportItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds stories in the record. Thread-safe. */
@ApplicationScoped
@RegisterForReflection(targets = {StoryReason.class, StoryReason.Likeness.class})
class StoryReading {
    private static final int MOST_REPORTS = 200;
    private static final int MOST_ENTITIES = 50;

    private final RecordReading record;
    private final StoryList list;
    private final TimelineReading timelines;
    private final StoryStore stories;
    private final EntityManager entities;

    StoryReading(
            RecordReading record,
            StoryList list,
            TimelineReading timelines,
            StoryStore stories,
            EntityManager entities) {
        this.record = record;
        this.list = list;
        this.timelines = timelines;
        this.stories = stories;
        this.entities = entities;
    }

    /** A page of a list. */
    StoryPage list(ListRequest request) {
        Optional<DayRange> told = request.parameters().published();
        StoryList.Filter filter = list.filter(request, told);
        return record.read(request.tenant(), request.asOf(), () -> list.page(request, filter));
    }

    /** A page of the timeline of a story; empty when the tenant has none of this id. */
    Optional<TimelinePage> timeline(ListRequest request, String id, Optional<Instant> asOf) {
        return record.read(request.tenant(), asOf, () -> timelines.page(request, id, asOf));
    }

    /** One story; empty when the tenant has none of this id. */
    Optional<StoryWithReports> find(Tenant tenant, String id, Optional<Instant> asOf) {
        return record.read(tenant, asOf, () -> {
            List<Told> reports = stories.reports(tenant, id, asOf);
            return reports.isEmpty() ? Optional.empty() : Optional.of(answer(tenant, id, reports, asOf));
        });
    }

    private StoryWithReports answer(Tenant tenant, String id, List<Told> reports, Optional<Instant> asOf) {
        List<LocalDate> days = reports.stream().map(told -> told.report().day()).toList();
        List<Source> sources =
                reports.stream().map(told -> told.report().source()).toList();
        List<String> facets = facets(tenant, id, asOf);
        return new StoryWithReports(
                id,
                Collections.min(days),
                Collections.max(days),
                reports.size(),
                Source.independent(sources),
                of(facets, 'O'),
                of(facets, 'L'),
                of(facets, 'C'),
                of(facets, 'E').stream().limit(MOST_ENTITIES).toList(),
                items(tenant, reports));
    }

    /** Values of one sort; entities by how many reports name them, all others by themselves. */
    private static List<String> of(List<String> facets, char sort) {
        List<String> values = facets.stream()
                .filter(facet -> facet.charAt(0) == sort && facet.length() > 2)
                .map(facet -> facet.substring(2))
                .toList();
        return sort == 'E' ? values : values.stream().sorted().toList();
    }

    private List<String> facets(Tenant tenant, String id, Optional<Instant> asOf) {
        NativeQuery<String> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select u.facet from story_report r cross join lateral unnest(r.facets) as u(facet)"
                                + " where r.tenant = :tenant and r.story_id = :story and "
                                + Validity.of(asOf, "r")
                                + " group by u.facet order by count(*) desc, u.facet collate \"C\"",
                        String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("story", id);
        asOf.ifPresent(instant -> query.setParameter("asOf", instant));
        return query.getResultList();
    }

    private List<ReportItem> items(Tenant tenant, List<Told> reports) {
        Map<ArticleId, StoryReport> byArticle = new HashMap<>();
        reports.forEach(told -> byArticle.put(told.report().article(), told.report()));
        List<Told> shown = reports.stream().limit(MOST_REPORTS).toList();
        Map<UUID, Tuple> articles = articles(tenant, shown);
        List<ReportItem> items = new ArrayList<>();
        for (Told told : shown) {
            Tuple article = articles.get(told.report().article().value());
            if (article != null) {
                items.add(item(told, article, byArticle));
            }
        }
        return items;
    }

    private static ReportItem item(Told told, Tuple article, Map<ArticleId, StoryReport> reports) {
        ArticleId parent = told.parent();
        StoryReport above = parent == null ? null : reports.get(parent);
        List<StoryReason> why = above == null
                ? List.of()
                : StoryLink.between(above, told.report()).map(StoryReason::of).orElse(List.of());
        return new ReportItem(
                told.report().article().value(),
                article.get("outlet", String.class),
                article.get("address", String.class),
                article.get("headline", String.class),
                told.report().day(),
                told.recordedFrom(),
                parent == null ? null : parent.value(),
                why);
    }

    private Map<UUID, Tuple> articles(Tenant tenant, List<Told> reports) {
        Set<LocalDate> months = new LinkedHashSet<>();
        reports.forEach(told -> months.add(told.month()));
        Map<UUID, Tuple> articles = new HashMap<>();
        entities.unwrap(Session.class)
                .createNativeQuery("""
                    select a.article_id, a.outlet, a.address,
                        case when a.headline_length > 0 then left(a.content, a.headline_length) end as headline
                    from unnest(cast(:articles as uuid[]), cast(:opened as timestamptz[])) as wanted(article_id, recorded_from)
                    join article a using (article_id, recorded_from)
                    where a.tenant = :tenant and a.record_month in (:months)
                    """, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("headline", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter(
                        "articles",
                        reports.stream()
                                .map(told -> told.report().article().value())
                                .toArray(UUID[]::new))
                .setParameter(
                        "opened",
                        reports.stream().map(told -> told.opened().toString()).toArray(String[]::new))
                .setParameterList("months", months)
                .getResultList()
                .forEach(row -> articles.put(row.get("article_id", UUID.class), row));
        return articles;
    }
}
