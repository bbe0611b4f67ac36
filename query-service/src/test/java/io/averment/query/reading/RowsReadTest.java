package io.averment.query.reading;

import static io.averment.query.server.Reader.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.record.Tenant;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many rows the database reads for an answer, as the service's own role and through the service's own queries: about as many as the
 * answer shows, never as many as there are. Counted by the database within the very transaction.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class RowsReadTest {
    /** Each item comes with its article, and some with entities. */
    private static final long ROWS_AN_ITEM = 6;
    /**
     * What each request may read beside: the stretches of months, the entities that are the same, and the months with few rows of other
     * tests, which it is cheaper to read whole. Far fewer than the five thousand rows of one of this test's months.
     */
    private static final long ROWS_BESIDE = 400;
    /** The newest facts are looked through for words first, so that frequent ones are found without all that have them. */
    private static final long ROWS_SEARCHED = FactSelect.MOST_LOOKED_THROUGH;

    @Inject
    EntityManager entities;

    private final AtomicLong read = new AtomicLong();

    @BeforeAll
    static void fill() throws SQLException, IOException {
        execute("record.sql");
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @AfterAll
    static void empty() throws SQLException, IOException {
        execute("nothing.sql");
    }

    private static void execute(String script) throws SQLException, IOException {
        try (InputStream file = RowsReadTest.class.getResourceAsStream("/plans/" + script);
                Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            assertNotNull(file);
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                "postgres",
                "demo-postgres");
    }

    @BeforeEach
    void count() {
        QuarkusMock.installMockForType(new Counting(entities, read), TenantTransactions.class);
    }

    /** Counts the rows of the record that each reading transaction took from tables. */
    static class Counting extends TenantTransactions {
        private final EntityManager entities;
        private final AtomicLong read;

        Counting(EntityManager entities, AtomicLong read) {
            super(entities);
            this.entities = entities;
            this.read = read;
        }

        @Override
        public <T> T read(Tenant tenant, Supplier<T> query) {
            return super.read(tenant, () -> {
                long before = counted();
                T answer = query.get();
                read.addAndGet(counted() - before);
                return answer;
            });
        }

        /** What the connection has read in this transaction and in earlier ones that it has not told the others yet. */
        private long counted() {
            return entities.unwrap(Session.class)
                    .createNativeQuery(
                            "select cast(coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0) as bigint)"
                                    + " from pg_stat_xact_user_tables where schemaname = 'record'",
                            Long.class)
                    .getSingleResult();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statements",
                "/v1/statements?outlet=plans 7",
                "/v1/statements?agency=plans 7",
                "/v1/statements?kind=UNKNOWN",
                "/v1/statements?act=PLANACT",
                "/v1/statements?speaker=person7",
                "/v1/statements?words=planword7",
                "/v1/statements?words=plancommon",
                "/v1/statements?words=plancommon&outlet=plans 7",
                "/v1/statements?words=planword7 AND planc*",
                "/v1/statements?words=planword7&sort=RELEVANCE",
                "/v1/statements?words=planword7&highlights=true",
                "/v1/statements?entity=name:plans7",
                "/v1/statements?entity=name:plans7&role=SPEAKER",
                "/v1/statements?validAt=2001-03-12",
                "/v1/statements?asOf=2001-05-12T00:00:00Z",
                "/v1/statements?outlet=plans 7&asOf=2001-05-12T00:00:00Z",
                "/v1/articles",
                "/v1/articles?outlet=plans 7",
                "/v1/articles?words=planword7",
                "/v1/articles?words=planners plancount77",
                "/v1/articles?entity=name:plans7",
                "/v1/articles?publishedFrom=2001-03-12&publishedTo=2001-03-12",
                "/v1/articles?validAt=2001-03-12",
                "/v1/articles?asOf=2001-05-12T00:00:00Z",
                "/v1/commitments",
                "/v1/commitments?outlet=plans 7",
                "/v1/commitments?actor=person7",
                "/v1/commitments?words=planword7",
                "/v1/commitments?entity=name:plans7",
                "/v1/commitments?entity=name:plans7&role=ACTOR",
                "/v1/commitments?outcome=MET",
                "/v1/commitments?due=2002-04-15",
                "/v1/commitments?sort=DUE&due=2002-04/..",
                "/v1/commitments?validAt=2001-03-12",
                "/v1/times",
                "/v1/times?validAt=2001-03-12",
                "/v1/entities/name:plans7",
                "/v1/threads?kind=COMMITMENT",
                "/v1/threads?entity=name:plans7",
                "/v1/threads?state=MET",
                "/v1/threads?due=2002-04-15",
                "/v1/stories",
                "/v1/stories?entity=name:plans7",
                "/v1/stories?outlet=plans 7",
                "/v1/stories?outlet=plans 7&entity=name:plans7",
                "/v1/stories?country=PLN",
                "/v1/stories?publishedFrom=2001-03-12&publishedTo=2001-03-12",
                "/v1/stories?asOf=2001-05-12T00:00:00Z",
                "/v1/stories/s00000000000000000007/timeline",
                "/v1/stories/s00000000000000000007/timeline?asOf=2001-06-30T00:00:00Z",
                "/v1/stories/s00000000000000000007?fields=articles",
                "/v1/articles?story=s00000000000000000007",
                "/v1/statements?story=s00000000000000000007",
                "/v1/commitments?story=s00000000000000000007",
                "/v1/articles?country=PLH",
                "/v1/articles?country=PLH&asOf=2001-05-12T00:00:00Z",
                "/v1/articles?country=PLH&outlet=plans 7",
                "/v1/articles?country=PLZ&outlet=plans large",
                "/v1/articles?country=PLH&entity=name:plans7",
                "/v1/statements?country=PLH",
                "/v1/statements?country=PLH&role=SPEAKER",
                "/v1/statements?country=PLH&outlet=plans 7",
                "/v1/statements?country=PLH&entity=name:plans7",
                "/v1/statements?country=PLH&words=planword7",
                "/v1/commitments?country=PLH",
                "/v1/commitments?country=PLH&role=ACTOR",
                "/v1/commitments?country=PLH&sort=DUE&due=2002-04-15",
                "/v1/articles?origin=bd9409b2-5f65-23c7-b24a-72ceb9a9381b",
                "/v1/articles?origin=bd9409b2-5f65-23c7-b24a-72ceb9a9381b&asOf=2001-05-12T00:00:00Z",
                "/v1/statements?origin=bd9409b2-5f65-23c7-b24a-72ceb9a9381b",
                "/v1/commitments?origin=bd9409b2-5f65-23c7-b24a-72ceb9a9381b",
                "/v1/statements?origin=bd9409b2-5f65-23c7-b24a-72ceb9a9381b&words=plancommon",
                "/v1/changes?from=2001-03-12T00:00:00Z&to=2001-03-12T02:00:00Z"
            })
    void readsAboutAsMuchAsItShows(String request) {
        List<?> items = as("noor").get(request).then().statusCode(200).extract().path("items");
        long shown = items == null ? 1 : items.size();
        long searched = request.matches(".*(words|speaker|actor)=.*") ? ROWS_SEARCHED : 0;

        assertTrue(
                read.get() <= ROWS_AN_ITEM * shown + ROWS_BESIDE + searched,
                () -> read.get() + " rows for " + shown + " items of " + request);
    }

    /** A page in the midst of a story of five thousand reports. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?asOf=2001-06-30T00:00:00Z"})
    void readsNoMoreOfALongTimelineThanItsPageShows(String asOf) {
        String timeline = "/v1/stories/s00000000000000000200/timeline" + asOf;
        String next = null;
        List<?> items = List.of();
        for (int page = 0; page < 3; page++) {
            read.set(0);
            JsonPath answer = (next == null ? as("noor") : as("noor").queryParam("cursor", next))
                    .get(timeline)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items = answer.getList("items");
            next = answer.getString("next");
        }

        assertEquals(50, items.size());
        assertTrue(read.get() <= ROWS_AN_ITEM * items.size() + ROWS_BESIDE, () -> read + " rows");
    }

    @ParameterizedTest
    @CsvSource({
        "statements, words, planword7",
        "articles, outlet, plans 7",
        "commitments, due, 2002-04-15",
        "threads, entity, name:plans7"
    })
    void readsAsMuchForSavedQueries(String list, String parameter, String value) {
        String query = as("noor")
                .contentType("application/json")
                .body(Map.of("name", "plans " + list, "list", list, "parameters", Map.of(parameter, value)))
                .post("/v1/queries")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        read.set(0);
        List<?> items = as("noor")
                .get(query + "/results")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        as("noor").delete(query).then().statusCode(200);

        long allowed = ROWS_AN_ITEM * items.size() + ROWS_BESIDE + (parameter.equals("words") ? ROWS_SEARCHED : 0);
        assertTrue(!items.isEmpty() && read.get() <= allowed, () -> read + " rows");
    }

    /** Each source's twenty articles and statements are counted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outlets?limit=10",
                "/v1/agencies?limit=10",
                "/v1/outlets?limit=10&asOf=2001-05-12T00:00:00Z",
                "/v1/agencies?limit=10&asOf=2001-05-12T00:00:00Z"
            })
    void readsNoMoreOfSourcesThanItCounts(String request) {
        List<?> items = as("noor").get(request).then().statusCode(200).extract().path("items");

        assertTrue(
                !items.isEmpty() && read.get() <= 50L * items.size() + ROWS_BESIDE,
                () -> read.get() + " rows for " + items.size() + " items of " + request);
    }

    /** The names that begin so, up to 200, are compared by how many articles name them. */
    @Test
    void searchesEntitiesAmongCandidates() {
        as("noor").get("/v1/entities?name=plans person1").then().statusCode(200);

        assertTrue(read.get() <= 200 * 8, () -> read + " rows");
    }

    @Test
    void countsWhatIsRead() {
        as("noor").get("/v1/statements").then().statusCode(200);

        assertTrue(read.get() >= 50, () -> read + " rows");
    }
}
