package io.averment.query.story;

import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.CommitmentLife;
import io.averment.query.record.thread.Step;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.storage.ThreadStore;
import io.averment.query.story.TimelinePlaces.Found;
import io.averment.query.story.TimelinePlaces.Stretch;
import io.averment.query.story.TimelinePlaces.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a story, page by page in the order of days. A page costs what its reports tell and, of each thread of a commitment in it, the
 * thread. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class TimelineReading {
    private final EntityManager entities;
    private final TimelinePlaces places;
    private final ThreadStore threads;

    TimelineReading(EntityManager entities, TimelinePlaces places, ThreadStore threads) {
        this.entities = entities;
        this.places = places;
        this.threads = threads;
    }

    /** The page after the request's cursor; empty when there is no such story. */
    Optional<TimelinePage> page(ListRequest request, String story, Optional<Instant> asOf) {
        Told told = new Told(request.tenant(), story, asOf);
        TimelinePlace after = request.parameters()
                .text(QueryParameters.CURSOR)
                .map(text -> TimelinePlace.decode(text, request.fingerprint()))
                .orElse(TimelinePlace.START);
        Stretch stretch = places.after(told, after, request.limit() + 1);
        List<Found> found = stretch.entries();
        if (found.isEmpty() && !places.exists(told)) {
            return Optional.empty();
        }
        return Optional.of(new TimelinePage(
                entries(told, found.subList(0, Math.min(found.size(), request.limit()))),
                stretch.next(request.limit())
                        .map(place -> place.encode(request.fingerprint()))
                        .orElse(null)));
    }

    private List<TimelineEntry> entries(Told told, List<Found> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<String, List<Step>> lives = new HashMap<>();
        List<TimelineEntry> entries = new ArrayList<>();
        List<Tuple> words = words(told.tenant(), page);
        for (int i = 0; i < page.size(); i++) {
            Found found = page.get(i);
            Tuple said = words.get(i);
            if (said.get("outlet", String.class) == null) {
                // Withdrawn since its place was read.
                continue;
            }
            int rank = found.place().rank();
            if (rank == TimelinePlaces.ARTICLE || rank == TimelinePlaces.STATEMENT) {
                TimelineKind kind = rank == TimelinePlaces.ARTICLE ? TimelineKind.ARTICLE : TimelineKind.STATEMENT;
                entries.add(entry(found, said, kind, null));
            } else {
                lives.computeIfAbsent(found.thread().orElseThrow(), thread -> steps(told, thread)).stream()
                        .filter(step -> isOf(step, found.place()))
                        .findFirst()
                        .ifPresent(step -> entries.add(entry(
                                found, said, TimelineKind.valueOf(step.kind().name()), step)));
            }
        }
        return entries;
    }

    /** What is shown of the articles and facts of a page, one row for each of its entries. */
    private List<Tuple> words(Tenant tenant, List<Found> page) {
        List<LocalDate> months =
                page.stream().map(Found::month).distinct().sorted().toList();
        String sql = "select a.outlet, a.address, coalesce(s.speaker_name, c.actor_name) as speaker_name,"
                + " case when a.headline_length > 0 then left(a.content, a.headline_length) end as headline,"
                + " left(coalesce(s.content, c.content), 2000) as words"
                + " from unnest(cast(:articles as uuid[]), cast(:facts as text[]), cast(:opened as timestamptz[]),"
                + " cast(:months as date[])) with ordinality as p(article_id, fact_id, opened_at, record_month, number)"
                + " left join article a on a.tenant = :tenant and a.article_id = p.article_id"
                + " and a.record_month = p.record_month and a.recorded_from = p.opened_at and "
                + TimelinePlaces.in("a", months) + fact("statement", "s", months) + fact("commitment", "c", months)
                + " order by p.number";
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("headline", String.class)
                .addScalar("speaker_name", String.class)
                .addScalar("words", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter(
                        "articles",
                        page.stream().map(found -> found.place().article()).toArray(UUID[]::new))
                .setParameter(
                        "facts",
                        page.stream().map(found -> found.place().fact()).toArray(String[]::new))
                .setParameter(
                        "opened",
                        page.stream().map(found -> found.opened().toString()).toArray(String[]::new))
                .setParameter(
                        "months",
                        page.stream().map(found -> found.month().toString()).toArray(String[]::new))
                .getResultList();
    }

    private static String fact(String table, String alias, List<LocalDate> months) {
        return " left join " + table + ' ' + alias + " on " + alias + ".tenant = :tenant and " + alias
                + ".article_id = p.article_id and " + alias + ".fact_id = p.fact_id and " + alias
                + ".record_month = p.record_month and " + alias + ".recorded_from = p.opened_at and "
                + TimelinePlaces.in(alias, months);
    }

    private List<Step> steps(Told told, String thread) {
        return threads.find(told.tenant(), thread, told.asOf())
                .map(found -> CommitmentLife.of(found.thread(), found.lapses()).steps())
                .orElse(List.of());
    }

    /** A lapse of a deadline that was moved, or reported of in time, is no step. */
    private static boolean isOf(Step step, TimelinePlace place) {
        ThreadFact fact = step.evidence();
        return place.rank() == TimelinePlaces.STEP
                ? fact != null
                        && fact.place().article().equals(new ArticleId(place.article()))
                        && fact.place().fact().equals(place.fact())
                : fact == null && step.day().equals(place.day());
    }

    private static TimelineEntry entry(Found found, Tuple said, TimelineKind kind, @Nullable Step step) {
        TimelinePlace place = found.place();
        UUID article = place.article();
        var before = step == null ? null : step.before();
        return new TimelineEntry(
                kind,
                place.day(),
                place.fact().isEmpty() ? article.toString() : article + ":" + place.fact(),
                article,
                said.get("outlet", String.class),
                said.get("address", String.class),
                said.get("headline", String.class),
                said.get("speaker_name", String.class),
                said.get("words", String.class),
                found.thread().orElse(null),
                step == null ? null : step.due().first(),
                step == null ? null : step.due().last(),
                before == null ? null : before.last(),
                step == null ? null : step.later().orElse(null),
                found.recordedFrom());
    }
}
