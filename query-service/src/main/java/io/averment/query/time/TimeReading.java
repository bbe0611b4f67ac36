package io.averment.query.time;

import io.averment.query.reading.ArticleSource;
import io.averment.query.reading.Conditions;
import io.averment.query.reading.FactId;
import io.averment.query.reading.FactList;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.Order;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.reading.SavableList;
import io.averment.query.record.Tenant;
import io.averment.query.record.TimeExpression;
import io.averment.query.storage.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Finds time expressions in the record. Thread-safe. */
@ApplicationScoped
class TimeReading implements SavableList {
    private final RecordReading record;
    private final FactJson json;

    TimeReading(RecordReading record, FactJson json) {
        this.record = record;
        this.json = json;
    }

    @Override
    public String path() {
        return TimeResource.PATH;
    }

    @Override
    public Set<String> parameters() {
        return TimeResource.PARAMETERS;
    }

    @Override
    public TimePage list(ListRequest request) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant()).common(parameters);
        parameters
                .oneOf("type", TimeType.class)
                .ifPresent(type -> conditions.add("f.type = :type", "type", type.name()));
        FactList list = selected(new FactList("time_expression", request, Order.NEWEST, conditions));
        FactList.Page<TimeItem> page = record.page(list, this::item);
        return new TimePage(page.items(), page.next(), page.newest(), page.count());
    }

    /** One time expression; empty when the tenant has none of this id. */
    Optional<TimeItem> find(Tenant tenant, FactId id, Optional<Instant> asOf) {
        FactList list = selected(FactList.one("time_expression", tenant, id, asOf));
        return record.one(list, this::item);
    }

    private static FactList selected(FactList list) {
        return list.select("fact", String.class, "cast(f.fact as text)");
    }

    private TimeItem item(Tuple row, ArticleSource source) {
        return TimeItem.of(source, json.read(row.get("fact", String.class), TimeExpression.class));
    }
}
