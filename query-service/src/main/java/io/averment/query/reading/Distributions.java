package io.averment.query.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the facts of a list divide, whatever the page: by values, and by time. One pass over the newest facts that match, in
 * the order of the list's index; figures are estimates when there are more. Thread-safe.
 */
@ApplicationScoped
public class Distributions {
    /** The parameter that names what facts are divided by. */
    public static final String BY = "by";
    /** The parameter that names a histogram's unit. */
    public static final String UNIT = "unit";
    /** The parameter that names a histogram's day. */
    public static final String OF = "of";

    /** As many of the newest facts are counted. */
    static final int MOST_COUNTED = 5_000;

    /** After a column's name: the part that counts all pairs of a fact and what it names. */
    private static final String PAIRS = "/";

    private static final int MOST_VALUES = 50;
    private static final int MOST_BUCKETS = 400;
    private static final String TOTAL = "";

    private final RecordReading record;
    private final EntityManager entities;
    private final Tally tally;
    private final InstantSource clock;

    Distributions(RecordReading record, EntityManager entities, Tally tally, InstantSource clock) {
        this.record = record;
        this.entities = entities;
        this.tally = tally;
        this.clock = clock;
    }

    /** A figure: of which part, of which value in it, if any. */
    private record Figure(String part, @Nullable String value, long count) {}

    /** What was counted, and by how much it must be raised. */
    private record Figures(Count count, double raise, List<Figure> figures) {
        long raised(long counted) {
            return Math.round(counted * raise);
        }

        List<Figure> valuesOf(String part) {
            return figures.stream()
                    .filter(figure -> figure.part().equals(part) && figure.value() != null)
                    .toList();
        }

        long missing(String part) {
            return figures.stream()
                    .filter(figure -> figure.part().equals(part) && figure.value() == null)
                    .mapToLong(Figure::count)
                    .sum();
        }

        long others(String part) {
            return missing(TOTAL)
                    - missing(part)
                    - valuesOf(part).stream().mapToLong(Figure::count).sum();
        }
    }

    /** What the client asks to count by; without it, by all values of the facts themselves. */
    public static <E extends Enum<E> & FactColumn> List<E> columns(QueryParameters parameters, Class<E> columns) {
        List<E> asked = parameters.someOf(BY, columns);
        return parameters.text(BY).isPresent()
                ? asked
                : asked.stream().filter(column -> column.roles().isEmpty()).toList();
    }

    /** How the list's facts divide by each of these. */
    public Facets facets(FactList list, List<? extends FactColumn> columns) {
        StringBuilder further = new StringBuilder(", f.record_month");
        StringBuilder named = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (FactColumn column : columns) {
            String name = column.name();
            if (column.roles().isEmpty()) {
                further.append(", ").append(column.sql()).append(" as facet_").append(name);
                parts.append(
                        part(name, "facet_" + name, "count(*) desc, facet_" + name + " collate \"C\"", MOST_VALUES));
            } else {
                named.append(named(column));
                parts.append(partOfNamed(name));
            }
        }
        Figures figures = figures(list, further.toString(), named.toString(), parts.toString());
        return new Facets(
                figures.count(),
                columns.stream().map(column -> facet(column, figures)).toList());
    }

    private static Facets.Facet facet(FactColumn column, Figures figures) {
        String name = column.name();
        List<Figure> found = figures.valuesOf(name);
        boolean ofFact = column.roles().isEmpty();
        double raise = figures.raise();
        long others = ofFact
                ? figures.others(name)
                : figures.missing(name + PAIRS)
                        - found.stream().mapToLong(Figure::count).sum();
        return new Facets.Facet(
                name,
                found.stream()
                        .map(figure -> new Facets.Value(
                                Objects.requireNonNull(figure.value()), Math.round(figure.count() * raise)))
                        .toList(),
                Math.round(others * raise),
                Math.round(figures.missing(name) * raise));
    }

    /** What the newest facts name in the roles of a column, each once for a fact. Looked up fact by fact, never read as a whole. */
    private static String named(FactColumn column) {
        String roles = column.roles().stream()
                .map(role -> "'" + (column.ofCountry() ? role.ofCountry() : role.name()) + "'")
                .collect(Collectors.joining(", "));
        return ", named_" + column.name()
                + " as materialized (select distinct m.article_id, m.fact_id, m.recorded_from, r.entity_key as named from"
                + " matched as m cross join lateral (select r.entity_key from reference r where r.tenant = :tenant"
                + " and r.record_month = m.record_month and r.article_id = m.article_id and r.fact_id = m.fact_id"
                + " and r.recorded_from = m.recorded_from and r.role in (" + roles + ") offset 0) as r)";
    }

    private static String partOfNamed(String name) {
        return " union all (select '" + name
                + "', named, count(*), row_number() over (order by count(*) desc, named collate \"C\")"
                + " from named_" + name + " group by named order by 4 limit " + MOST_VALUES + ")"
                + " union all select '" + name + "', null, (select count(*) from matched) - count(*), 0 from"
                + " (select distinct article_id, fact_id, recorded_from from named_" + name + ") as naming"
                + " union all select '" + name + PAIRS + "', null, count(*), 0 from named_" + name;
    }

    /** How the list's facts divide by time. */
    public Histogram histogram(FactList list, FactColumn day, Histogram.Unit unit) {
        String further = ", " + unit.sql(day.sql()) + " as bucket";
        Figures figures = figures(list, further, "", part(OF, "bucket", "bucket desc", MOST_BUCKETS));
        List<Histogram.Bucket> buckets = figures.valuesOf(OF).reversed().stream()
                .map(figure -> {
                    LocalDate first = LocalDate.parse(Objects.requireNonNull(figure.value()));
                    return new Histogram.Bucket(first, unit.last(first), figures.raised(figure.count()));
                })
                .toList();
        return new Histogram(
                figures.count(),
                day.name(),
                unit,
                buckets,
                figures.raised(figures.others(OF)),
                figures.raised(figures.missing(OF)));
    }

    /** The counts of a column's first values in this order, and of the rows without any. */
    private static String part(String name, String column, String order, int most) {
        return " union all (select '" + name + "', cast(" + column + " as text), count(*), row_number() over (order by "
                + order
                + ") from matched where " + column + " is not null group by " + column + " order by 4 limit " + most
                + ") union all select '" + name + "', null, count(*), 0 from matched where " + column + " is null";
    }

    private Figures figures(FactList list, String further, String named, String parts) {
        String sql = "with matched as materialized (" + list.newest(further, clock.instant())
                + ")" + named + " select '" + TOTAL
                + "' as part, cast(null as text) as figure_of, count(*) as figure, 0 as place from matched"
                + parts + " order by part, place";
        return record.read(list, list.isSearch(), () -> {
            NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
            query.addScalar("part", String.class)
                    .addScalar("figure_of", String.class)
                    .addScalar("figure", Long.class);
            list.bindFilters(query);
            query.setParameter("most", MOST_COUNTED + 1);
            Figures figures = figures(list, query.getResultList());
            if (figures.count().value() == 0) {
                record.requireSearchable(list);
            }
            return figures;
        });
    }

    private Figures figures(FactList list, List<Tuple> rows) {
        List<Figure> figures = rows.stream()
                .map(row -> new Figure(
                        row.get("part", String.class),
                        row.get("figure_of", String.class),
                        row.get("figure", Long.class)))
                .toList();
        long counted = figures.getFirst().count();
        Count count = counted <= MOST_COUNTED ? Count.exactly(counted) : tally.estimate(list, counted);
        return new Figures(count, counted == 0 ? 1 : (double) count.value() / counted, figures);
    }
}
