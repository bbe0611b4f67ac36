package io.averment.query.change;

import io.averment.query.reading.Conditions;
import io.averment.query.reading.Cursor;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
 * Finds changes of the record. Each is a version of an article that was opened, or a withdrawal; the facts that were opened and
 * closed at the same instant are compared by their ids. A page costs its changes and their facts. Thread-safe.
 */
@ApplicationScoped
class ChangeReading {
    private static final String OPENED = """
            (select f.article_id, f.record_month, f.recorded_from, 0 as revision, cast(null as text) as reason
            from opening f where {conditions} order by f.recorded_from, f.article_id limit :rows)
            """;
    private static final String WITHDRAWN = """
            (select f.article_id, f.record_month, f.recorded_from, f.through_revision, f.reason
            from withdrawal f where {conditions} order by f.recorded_from, f.article_id limit :rows)
            """;
    private static final String VERSIONS = """
            select c.article_id, c.at, f.revision, f.generation, p.revision as revision_before, p.generation as generation_before
            from unnest(cast(:articles as uuid[]), cast(:months as date[]), cast(:instants as timestamptz[]))
                as c(article_id, record_month, at)
            join article f on f.tenant = :tenant and f.article_id = c.article_id and f.record_month = c.record_month
                and f.recorded_from = c.at
            left join article p on p.tenant = :tenant and p.article_id = c.article_id and p.record_month = c.record_month
                and p.recorded_to = c.at
            """;
    private static final String COMPARED = """
            select c.article_id, c.at, pair.fact_id, pair.change
            from unnest(cast(:articles as uuid[]), cast(:months as date[]), cast(:instants as timestamptz[]))
                as c(article_id, record_month, at)
            cross join lateral (
                select coalesce(new.fact_id, old.fact_id) as fact_id, case when old.fact_id is null then 'OPENED'
                    when new.fact_id is null then 'CLOSED' else 'CHANGED' end as change
                from (select f.fact_id, f.fact from {table} f where f.tenant = :tenant and f.article_id = c.article_id
                    and f.record_month = c.record_month and f.recorded_from = c.at) as new
                full join (select f.fact_id, f.fact from {table} f where f.tenant = :tenant and f.article_id = c.article_id
                    and f.record_month = c.record_month and f.recorded_to = c.at) as old
                on new.fact_id = old.fact_id
                where new.fact is distinct from old.fact) as pair
            """;

    private final RecordReading record;
    private final EntityManager entities;

    ChangeReading(RecordReading record, EntityManager entities) {
        this.record = record;
        this.entities = entities;
    }

    /** A change without what it is: a version that was opened, or the withdrawal of those up to one, for a reason. */
    private record Place(
            UUID article,
            LocalDate month,
            Instant at,
            int through,
            @Nullable String reason) {

        Found found() {
            return new Found(article, at);
        }
    }

    /** A version that was opened, and the one that it closed. */
    private record Opened(
            int revision,
            int generation,
            @Nullable Integer before,
            @Nullable Integer generationBefore) {}

    private record Found(UUID article, Instant at) {}

    /** A page of the changes after the one instant and up to the other. */
    ChangePage list(ListRequest request, Instant from, Instant to) {
        Conditions conditions = conditions(request)
                .add("f.recorded_from > :from", "from", from)
                .add("f.recorded_from <= :to", "to", to);
        request.after()
                .ifPresent(cursor -> conditions
                        .add("f.recorded_from >= :at", "at", Instant.EPOCH.plus(cursor.key(), ChronoUnit.MICROS))
                        .add(
                                "(f.recorded_from, f.article_id) > (:at, :after)",
                                "after",
                                cursor.article().value()));
        return record.read(request.tenant(), Optional.of(to), () -> page(request, conditions));
    }

    private static Conditions conditions(ListRequest request) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant());
        parameters.article("article").ifPresent(id -> conditions.add("f.article_id = :article", "article", id.value()));
        return conditions;
    }

    private ChangePage page(ListRequest request, Conditions conditions) {
        List<Place> places = places(request, conditions);
        int count = Math.min(places.size(), request.limit());
        List<Place> shown = places.subList(0, count);
        Map<Found, Opened> versions = versions(request.tenant(), shown);
        Map<Found, Map<FactKind, List<FactChange>>> facts = facts(request.tenant(), shown);
        List<ChangeItem> items = shown.stream()
                .filter(place -> place.reason() != null || versions.containsKey(place.found()))
                .map(place -> withFacts(item(place, versions), facts.getOrDefault(place.found(), Map.of())))
                .toList();
        String next = null;
        if (places.size() > count) {
            Place last = shown.get(count - 1);
            next = new Cursor(
                            Cursor.Kind.LISTED,
                            ChronoUnit.MICROS.between(Instant.EPOCH, last.at()),
                            new ArticleId(last.article()),
                            0)
                    .encode(request.fingerprint());
        }
        return new ChangePage(items, next);
    }

    private List<Place> places(ListRequest request, Conditions conditions) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select * from (" + OPENED.replace("{conditions}", conditions.sql()) + " union all "
                                + WITHDRAWN.replace("{conditions}", conditions.sql())
                                + ") as found order by recorded_from, article_id limit :rows",
                        Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("record_month", LocalDate.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("revision", Integer.class)
                .addScalar("reason", String.class);
        conditions.bind(query);
        return query.setParameter("rows", request.limit() + 1).getResultList().stream()
                .map(row -> new Place(
                        row.get("article_id", UUID.class),
                        row.get("record_month", LocalDate.class),
                        row.get("recorded_from", Instant.class),
                        row.get("revision", Integer.class),
                        row.get("reason", String.class)))
                .toList();
    }

    private Map<Found, Opened> versions(Tenant tenant, List<Place> places) {
        Map<Found, Opened> versions = new HashMap<>();
        if (places.isEmpty()) {
            return versions;
        }
        NativeQuery<Tuple> query = compared(VERSIONS, tenant, places)
                .addScalar("revision", Integer.class)
                .addScalar("generation", Integer.class)
                .addScalar("revision_before", Integer.class)
                .addScalar("generation_before", Integer.class);
        for (Tuple row : query.getResultList()) {
            versions.put(
                    found(row),
                    new Opened(
                            row.get("revision", Integer.class),
                            row.get("generation", Integer.class),
                            row.get("revision_before", Integer.class),
                            row.get("generation_before", Integer.class)));
        }
        return versions;
    }

    /** A query for what these changes are of. */
    private NativeQuery<Tuple> compared(String sql, Tenant tenant, List<Place> places) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("at", Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("articles", texts(places, Place::article))
                .setParameter("months", texts(places, Place::month))
                .setParameter("instants", texts(places, Place::at));
    }

    private static Found found(Tuple row) {
        return new Found(row.get("article_id", UUID.class), row.get("at", Instant.class));
    }

    private static ChangeItem item(Place place, Map<Found, Opened> versions) {
        String reason = place.reason();
        if (reason != null) {
            return new ChangeItem(
                    place.article(),
                    place.at(),
                    Cause.WITHDRAWAL,
                    place.through(),
                    null,
                    null,
                    null,
                    reason,
                    List.of());
        }
        Opened opened = Objects.requireNonNull(versions.get(place.found()), "what was withdrawn meanwhile is left out");
        Integer before = opened.before();
        Cause cause =
                before == null ? Cause.NEW_REPORT : before == opened.revision() ? Cause.REANALYSIS : Cause.REVISION;
        return new ChangeItem(
                place.article(),
                place.at(),
                cause,
                opened.revision(),
                opened.generation(),
                before,
                opened.generationBefore(),
                null,
                List.of());
    }

    /** A fact and what became of it: OPENED, CLOSED or CHANGED. */
    private record FactChange(String id, String change) {}

    private Map<Found, Map<FactKind, List<FactChange>>> facts(Tenant tenant, List<Place> places) {
        // Of one article there may be several changes, so each is compared by itself: by its place in the page.
        Map<Found, Map<FactKind, List<FactChange>>> found = new HashMap<>();
        if (places.isEmpty()) {
            return found;
        }
        for (FactKind kind : FactKind.values()) {
            NativeQuery<Tuple> query = compared(COMPARED.replace("{table}", kind.table()), tenant, places)
                    .addScalar("fact_id", String.class)
                    .addScalar("change", String.class);
            for (Tuple row : query.getResultList()) {
                found.computeIfAbsent(found(row), any -> new EnumMap<>(FactKind.class))
                        .computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(new FactChange(row.get("fact_id", String.class), row.get("change", String.class)));
            }
        }
        return found;
    }

    private static String[] texts(List<Place> places, java.util.function.Function<Place, Object> part) {
        return places.stream().map(place -> part.apply(place).toString()).toArray(String[]::new);
    }

    private static ChangeItem withFacts(ChangeItem item, Map<FactKind, List<FactChange>> facts) {
        List<FactChanges> changes = new ArrayList<>();
        facts.forEach((kind, all) -> {
            List<String> opened = ids(item.articleId(), all, "OPENED");
            List<String> closed = ids(item.articleId(), all, "CLOSED");
            List<String> changed = ids(item.articleId(), all, "CHANGED");
            changes.add(new FactChanges(
                    kind,
                    opened.size(),
                    closed.size(),
                    changed.size(),
                    new FactChanges.Ids(first(opened), first(closed), first(changed))));
        });
        return new ChangeItem(
                item.articleId(),
                item.recordedAt(),
                item.cause(),
                item.revision(),
                item.generation(),
                item.previousRevision(),
                item.previousGeneration(),
                item.reason(),
                changes);
    }

    private static List<String> first(List<String> ids) {
        return ids.subList(0, Math.min(ids.size(), FactChanges.MOST_IDS));
    }

    /** Shorter ids first, so that s2 comes before s10. */
    private static List<String> ids(UUID article, List<FactChange> all, String change) {
        return all.stream()
                .filter(fact -> fact.change().equals(change))
                .map(fact -> article + ":" + fact.id())
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
