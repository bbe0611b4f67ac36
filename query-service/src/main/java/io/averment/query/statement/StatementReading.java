package io.averment.query.statement;

import io.averment.query.entity.EntityFilter;
import io.averment.query.reading.ArticleSource;
import io.averment.query.reading.Conditions;
import io.averment.query.reading.Distributions;
import io.averment.query.reading.Facets;
import io.averment.query.reading.FactDay;
import io.averment.query.reading.FactId;
import io.averment.query.reading.FactList;
import io.averment.query.reading.FactSort;
import io.averment.query.reading.Histogram;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.MarkedColumn;
import io.averment.query.reading.Order;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.reading.SavableList;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Role;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.record.Tenant;
import io.averment.query.storage.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds statements in the record. Thread-safe. */
@ApplicationScoped
public class StatementReading implements SavableList {
    private final RecordReading record;
    private final FactJson json;
    private final EntityFilter entity;
    private final Distributions distributions;

    StatementReading(RecordReading record, FactJson json, EntityFilter entity, Distributions distributions) {
        this.record = record;
        this.json = json;
        this.entity = entity;
        this.distributions = distributions;
    }

    @Override
    public String path() {
        return StatementResource.PATH;
    }

    @Override
    public Set<String> parameters() {
        return StatementResource.PARAMETERS;
    }

    @Override
    public StatementPage list(ListRequest request) {
        FactList list = selected(matches(request)).selectMarked();
        return StatementPage.of(record.page(FactSort.sorted(list, request.parameters()), this::item));
    }

    /** How the facts of a list divide by their values. */
    public Facets facets(ListRequest request) {
        return distributions.facets(
                matches(request), Distributions.columns(request.parameters(), StatementFacet.class));
    }

    /** How the facts of a list divide by time. */
    public Histogram histogram(ListRequest request) {
        QueryParameters parameters = request.parameters();
        return distributions.histogram(
                matches(request),
                parameters.oneOf(Distributions.OF, FactDay.class).orElse(FactDay.PUBLISHED),
                parameters.oneOf(Distributions.UNIT, Histogram.Unit.class).orElse(Histogram.Unit.DAY));
    }

    private FactList matches(ListRequest request) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant()).common(parameters);
        parameters
                .text("speaker")
                .ifPresent(name -> conditions.search(
                        "f.speaker_words @@ plainto_tsquery('public.averment_names', :speaker)", "speaker", name));
        parameters
                .oneOf("kind", StatementKind.class)
                .ifPresent(kind -> conditions.add("f.kind = :kind", "kind", kind.name()));
        parameters.code("act").ifPresent(act -> conditions.add("f.act = :act", "act", act));
        parameters
                .text("agency")
                .ifPresent(name -> conditions.add("f.agency_key = :agency", "agency", EntityKey.fold(name)));
        FactList list = new FactList("statement", request, Order.NEWEST, conditions);
        parameters.requireTogether("role", "entity", "country");
        entity.narrow(list, request, roles(parameters));
        return list;
    }

    private static List<Role> roles(QueryParameters parameters) {
        return parameters
                .oneOf("role", StatementRole.class)
                .map(role -> List.of(Role.valueOf(role.name())))
                .orElse(List.of(Role.SPEAKER, Role.CONTENT));
    }

    /** One statement; empty when the tenant has none of this id. */
    Optional<StatementItem> find(Tenant tenant, FactId id, Optional<Instant> asOf) {
        FactList list = FactList.one("statement", tenant, id, asOf);
        return record.one(selected(list).selectMarked(), this::item);
    }

    private static FactList selected(FactList list) {
        return list.selectThread().select("fact", String.class, "cast(f.fact as text)");
    }

    private StatementItem item(Tuple row, ArticleSource source) {
        Statement statement = json.read(row.get("fact", String.class), Statement.class);
        return StatementItem.of(
                source,
                statement,
                row.get("thread", String.class),
                MarkedColumn.of(row)
                        .map(text -> text.highlights(statement.content()))
                        .orElse(null));
    }
}
