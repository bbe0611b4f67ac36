package io.averment.query.article;

import io.averment.query.commitment.CommitmentItem;
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
import io.averment.query.record.ArticleAnalysis;
import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleText;
import io.averment.query.record.Commitment;
import io.averment.query.record.Conflict;
import io.averment.query.record.Entity;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Role;
import io.averment.query.record.Sentences;
import io.averment.query.record.Statement;
import io.averment.query.record.Tenant;
import io.averment.query.record.TimeExpression;
import io.averment.query.search.MarkedText;
import io.averment.query.statement.StatementItem;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.StoredFacts;
import io.averment.query.storage.StoryStore;
import io.averment.query.storage.ThreadStore;
import io.averment.query.time.TimeItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds articles in the record. Thread-safe. */
@ApplicationScoped
class ArticleReading implements SavableList {
    private final RecordReading record;
    private final StoredFacts facts;
    private final ThreadStore threads;
    private final StoryStore stories;
    private final FactJson json;
    private final EntityFilter entity;
    private final Distributions distributions;

    ArticleReading(
            RecordReading record,
            StoredFacts facts,
            ThreadStore threads,
            StoryStore stories,
            FactJson json,
            EntityFilter entity,
            Distributions distributions) {
        this.record = record;
        this.facts = facts;
        this.threads = threads;
        this.stories = stories;
        this.json = json;
        this.entity = entity;
        this.distributions = distributions;
    }

    @Override
    public String path() {
        return ArticleResource.PATH;
    }

    @Override
    public Set<String> parameters() {
        return ArticleResource.PARAMETERS;
    }

    @Override
    public ArticlePage list(ListRequest request) {
        FactList list = selected(matches(request)).selectMarked();
        return ArticlePage.of(record.page(FactSort.sorted(list, request.parameters()), ArticleReading::item));
    }

    /** How the facts of a list divide by their values. */
    Facets facets(ListRequest request) {
        return distributions.facets(matches(request), Distributions.columns(request.parameters(), ArticleFacet.class));
    }

    /** How the facts of a list divide by time. */
    Histogram histogram(ListRequest request) {
        QueryParameters parameters = request.parameters();
        return distributions.histogram(
                matches(request),
                parameters.oneOf(Distributions.OF, FactDay.class).orElse(FactDay.PUBLISHED),
                parameters.oneOf(Distributions.UNIT, Histogram.Unit.class).orElse(Histogram.Unit.DAY));
    }

    private FactList matches(ListRequest request) {
        Conditions conditions = new Conditions(request.tenant()).common(request.parameters());
        FactList list = new FactList("article", request, Order.NEWEST, conditions);
        entity.narrow(list, request, List.of(Role.NAMED));
        return list;
    }

    private static FactList selected(FactList list) {
        return list.select("external_id", String.class, "f.external_id")
                .select("language", String.class, "f.language")
                .select("first_accepted_at", Instant.class, "f.first_accepted_at")
                .select("accepted_at", Instant.class, "f.accepted_at")
                .select("recorded_from", Instant.class, "f.recorded_from")
                .select("statement_count", Integer.class, "f.statement_count")
                .select("commitment_count", Integer.class, "f.commitment_count")
                .selectOrigin();
    }

    private static @Nullable UUID origin(Tuple row) {
        String origin = row.get("origin", String.class);
        return origin == null ? null : UUID.fromString(origin);
    }

    private static ArticleItem item(Tuple row, ArticleSource source) {
        Instant firstAcceptedAt = row.get("first_accepted_at", Instant.class);
        return new ArticleItem(
                source.articleId(),
                source.revision(),
                source.outlet(),
                source.address(),
                row.get("external_id", String.class),
                origin(row),
                row.get("language", String.class),
                source.publishedAt(),
                source.headline(),
                RecordMonth.of(firstAcceptedAt).toString(),
                firstAcceptedAt,
                row.get("accepted_at", Instant.class),
                source.recordedFrom(),
                row.get("statement_count", Integer.class),
                row.get("commitment_count", Integer.class),
                MarkedColumn.of(row).map(MarkedText::highlights).orElse(null));
    }

    /** One article with its facts; empty when the tenant has none of this id. */
    Optional<ArticleWithFacts> find(Tenant tenant, ArticleId id, Optional<Instant> asOf) {
        FactList list = selected(FactList.one("article", tenant, new FactId(id, id.toString()), asOf))
                .select("generation", Integer.class, "f.generation")
                .select("fingerprint", String.class, "f.fingerprint")
                .select("headline_length", Integer.class, "f.headline_length")
                .select("content", String.class, "f.content")
                .select("analysis", String.class, "cast(f.fact as text)");
        return record.one(list, (row, source) -> withFacts(tenant, row, source, asOf));
    }

    /** The facts that were opened together with this version; an answer never mixes versions. */
    private ArticleWithFacts withFacts(Tenant tenant, Tuple row, ArticleSource source, Optional<Instant> asOf) {
        ArticleId id = new ArticleId(source.articleId());
        Instant firstAcceptedAt = row.get("first_accepted_at", Instant.class);
        Instant recordedFrom = row.get("recorded_from", Instant.class);
        StoredFacts.Version version =
                new StoredFacts.Version(tenant, id, RecordMonth.of(firstAcceptedAt), recordedFrom);
        ArticleAnalysis analysis = json.read(row.get("analysis", String.class), ArticleAnalysis.class);
        ArticleText text = new ArticleText(row.get("content", String.class), row.get("headline_length", Integer.class));
        Sentences sentences = new Sentences(text, analysis.sentences());
        Map<String, String> inThreads = threads.ofArticle(tenant, id, asOf);
        return new ArticleWithFacts(
                id.value(),
                source.revision(),
                source.outlet(),
                source.address(),
                row.get("external_id", String.class),
                origin(row),
                row.get("language", String.class),
                source.publishedAt(),
                text.headline().orElse(null),
                RecordMonth.of(firstAcceptedAt).toString(),
                firstAcceptedAt,
                row.get("accepted_at", Instant.class),
                recordedFrom,
                stories.storyOf(tenant, id, asOf).orElse(null),
                text.headlineLength(),
                text.content(),
                new ArticleWithFacts.Pipeline(
                        row.get("generation", Integer.class),
                        row.get("fingerprint", String.class),
                        analysis.pipeline()),
                analysis.degraded(),
                analysis.sentences(),
                analysis.mentions(),
                facts.of(version, "named_entity", Entity.class).stream()
                        .map(entity -> EntityItem.of(id, entity))
                        .toList(),
                facts.of(version, "time_expression", TimeExpression.class).stream()
                        .map(time -> TimeItem.of(source, time))
                        .toList(),
                facts.of(version, "statement", Statement.class).stream()
                        .map(statement -> StatementItem.of(source, statement, inThreads.get(statement.id()), null))
                        .toList(),
                facts.of(version, "commitment", Commitment.class).stream()
                        .map(commitment -> CommitmentItem.of(
                                source, commitment, sentences.around(commitment.act()), inThreads.get(commitment.id())))
                        .toList(),
                facts.of(version, "conflict", Conflict.class));
    }
}
