package io.averment.query.commitment;

import io.averment.query.entity.EntityFilter;
import io.averment.query.reading.ArticleSource;
import io.averment.query.reading.Conditions;
import io.averment.query.reading.Distributions;
import io.averment.query.reading.Facets;
import io.averment.query.reading.FactId;
import io.averment.query.reading.FactList;
import io.averment.query.reading.Histogram;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.Order;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.reading.SavableList;
import io.averment.query.record.Commitment;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import io.averment.query.storage.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds commitments in the record. Thread-safe. */
@ApplicationScoped
public class CommitmentReading implements SavableList {
    private final RecordReading record;
    private final FactJson json;
    private final EntityFilter entity;
    private final Distributions distributions;

    CommitmentReading(RecordReading record, FactJson json, EntityFilter entity, Distributions distributions) {
        this.record = record;
        this.json = json;
        this.entity = entity;
        this.distributions = distributions;
    }

    @Override
    public String path() {
        return CommitmentResource.PATH;
    }

    @Override
    public Set<String> parameters() {
        return CommitmentResource.PARAMETERS;
    }

    @Override
    public CommitmentPage list(ListRequest request) {
        CommitmentSort sort =
                request.parameters().oneOf("sort", CommitmentSort.class).orElse(CommitmentSort.NEWEST);
        FactList list = selected(matches(request, sort.order()));
        return CommitmentPage.of(record.page(sort == CommitmentSort.RELEVANCE ? list.byRelevance() : list, this::item));
    }

    /** A page of what has a deadline, the earliest first, each with the instant at which its article was accepted. */
    FactList.Page<CommitmentCalendar.Entry> due(ListRequest request) {
        return record.page(
                selected(matches(request, Order.DUE)),
                (row, source) -> new CommitmentCalendar.Entry(
                        item(row, source), row.get("due_day", LocalDate.class), row.get("accepted", Instant.class)));
    }

    /** How the facts of a list divide by their values. */
    Facets facets(ListRequest request) {
        return distributions.facets(
                matches(request, Order.NEWEST), Distributions.columns(request.parameters(), CommitmentFacet.class));
    }

    /** How the facts of a list divide by time. */
    Histogram histogram(ListRequest request) {
        QueryParameters parameters = request.parameters();
        return distributions.histogram(
                matches(request, Order.NEWEST),
                parameters.oneOf(Distributions.OF, CommitmentDay.class).orElse(CommitmentDay.PUBLISHED),
                parameters.oneOf(Distributions.UNIT, Histogram.Unit.class).orElse(Histogram.Unit.DAY));
    }

    private FactList matches(ListRequest request, Order order) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant()).common(parameters);
        parameters
                .text("actor")
                .ifPresent(name -> conditions.search(
                        "f.actor_words @@ plainto_tsquery('public.averment_names', :actor)", "actor", name));
        parameters
                .oneOf("strength", Strength.class)
                .ifPresent(strength -> conditions.add("f.strength = :strength", "strength", strength.name()));
        parameters.oneOf("outcome", OutcomeFilter.class).ifPresent(outcome -> addOutcome(conditions, outcome));
        parameters.days("due").ifPresent(days -> conditions.due(days, order == Order.DUE));
        if (order == Order.DUE) {
            conditions.always("f.due_to is not null");
        }
        FactList list = new FactList("commitment", request, order, conditions);
        parameters.requireTogether("role", "entity", "country");
        entity.narrow(list, request, roles(parameters));
        return list;
    }

    private static void addOutcome(Conditions conditions, OutcomeFilter outcome) {
        if (outcome == OutcomeFilter.ANY) {
            conditions.always("f.outcome is not null");
        } else {
            conditions.add("f.outcome = :outcome", "outcome", outcome.name());
        }
    }

    private static List<Role> roles(QueryParameters parameters) {
        return parameters
                .oneOf("role", CommitmentRole.class)
                .map(role -> List.of(Role.valueOf(role.name())))
                .orElse(List.of(Role.ACTOR, Role.ANNOUNCER, Role.ACT));
    }

    /** One commitment; empty when the tenant has none of this id. */
    Optional<CommitmentItem> find(Tenant tenant, FactId id, Optional<Instant> asOf) {
        FactList list = FactList.one("commitment", tenant, id, asOf);
        return record.one(selected(list), this::item);
    }

    private static FactList selected(FactList list) {
        return list.selectThread()
                .select("due_day", LocalDate.class, "f.due_to")
                .select("accepted", Instant.class, "f.first_accepted_at")
                .select("sentence", String.class, "f.content")
                .select("fact", String.class, "cast(f.fact as text)");
    }

    private CommitmentItem item(Tuple row, ArticleSource source) {
        return CommitmentItem.of(
                source,
                json.read(row.get("fact", String.class), Commitment.class),
                row.get("sentence", String.class),
                row.get("thread", String.class));
    }
}
