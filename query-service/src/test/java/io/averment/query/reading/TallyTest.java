package io.averment.query.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.record.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists with more facts than are counted. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class TallyTest {
    private static final Tenant TENANT = new Tenant("tally");

    @Inject
    RecordReading record;

    @Inject
    Tally tally;

    @Inject
    Distributions distributions;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private void execute(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** Two thirds of the statements assert, one third denies; a row for each millisecond. */
    private void fill(int rows) throws SQLException {
        String insert = """
                insert into record.statement (tenant, record_month, article_id, fact_id, position, recorded_from,
                    first_accepted_at, outlet_key, published_on, fact, kind, act, content)
                select 'tally', '1998-01-01', gen_random_uuid(), 's1', 0, now() - interval '1 day', now() + n * interval '1 ms',
                    'post', date '1998-01-01' + n % 450, '{}', 'DIRECT', case when n % 3 = 0 then 'DENIES' else 'ASSERTS' end, 'x'
                from generate_series(1, ROWS) as n
                """;
        execute(insert.replace("ROWS", Integer.toString(rows)), "analyze record.statement_other");
    }

    @AfterEach
    void empty() throws SQLException {
        execute("delete from record.statement where tenant = 'tally'");
    }

    private static FactList statements(String act) {
        QueryParameters parameters = new QueryParameters(Map.of("outlet", List.of("Post")), Set.of("outlet"));
        Conditions conditions = new Conditions(TENANT).common(parameters);
        if (!act.isEmpty()) {
            conditions.add("f.act = :act", "act", act);
        }
        return new FactList(
                "statement", ListRequest.of(TENANT, "/v1/statements", parameters), Order.NEWEST, conditions);
    }

    private Count count(FactList list) {
        return record.read(TENANT, Optional.empty(), () -> tally.count(list));
    }

    private static void assertNear(long expected, long value) {
        assertTrue(Math.abs(value - expected) <= expected / 4, () -> value + " is not near " + expected);
    }

    @Test
    void countsUpToTenThousandAndEstimatesBeyond() throws SQLException {
        fill(15_000);

        assertEquals(new Count(10_000, true), count(statements("ASSERTS")));
        Count all = count(statements(""));
        assertEquals(false, all.exact());
        assertNear(15_000, all.value());
    }

    @Test
    void raisesTheFiguresOfTheNewestToTheEstimate() throws SQLException {
        fill(60_000);

        Facets facets = distributions.facets(statements(""), List.of(Act.ACT));

        assertEquals(false, facets.count().exact());
        assertNear(60_000, facets.count().value());
        List<Facets.Value> values = facets.facets().getFirst().values();
        assertEquals(
                List.of("ASSERTS", "DENIES"),
                values.stream().map(Facets.Value::value).toList());
        assertNear(40_000, values.get(0).count());
        assertNear(20_000, values.get(1).count());
        assertEquals(0, facets.facets().getFirst().missing());
    }

    @Test
    void showsTheLatestOfManyDays() throws SQLException {
        fill(900);

        Histogram histogram = distributions.histogram(statements(""), FactDay.PUBLISHED, Histogram.Unit.DAY);

        assertEquals(400, histogram.buckets().size());
        assertEquals("1998-02-20", histogram.buckets().getFirst().from().toString());
        assertEquals("1999-03-26", histogram.buckets().getLast().from().toString());
        assertEquals(2, histogram.buckets().getLast().count());
        assertEquals(100, histogram.others());
        assertEquals(new Count(900, true), histogram.count());
    }

    private enum Act implements FactColumn {
        ACT;

        @Override
        public String sql() {
            return "f.act";
        }
    }
}
