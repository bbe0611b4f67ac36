package io.averment.query.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.search.TextSearch;
import io.averment.query.search.WordQuery;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Below row-level security an index serves a condition only if its function is leakproof; otherwise PostgreSQL reads every row
 * of the tenant to compare its words, and nothing but the plan shows it.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class SearchPlanTest {
    private static final String TENANT = "plan-of-search";

    /** Enough rows, and long enough, that reading them all is dear; one of them has the word and the speaker. */
    private static final String ROWS = """
            insert into record.statement (tenant, record_month, article_id, fact_id, position, recorded_from,
                first_accepted_at, outlet_key, fact, kind, act, speaker_name, content)
            select 'plan-of-search', '1999-01-01', gen_random_uuid(), 's1', 0, now() + n * interval '1 ms', now(), 'post', '{}',
                'DIRECT', 'ASSERTS', 'Speaker ' || n, repeat('We wait for the harbour. ', 40) || ' word' || n
            from generate_series(1, 4000) as n
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    /** How the service's role finds its tenant's current rows that match; the rows are gone afterwards. */
    private String plan(String match) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ROWS);
            statement.execute("analyze record.statement_other");
            statement.execute("set local role query_service");
            statement.execute("select set_config('averment.tenant', '" + TENANT + "', true)");
            String query = "explain (costs off) select * from record.statement where tenant = '" + TENANT
                    + "' and recorded_to = 'infinity' and record_month = '1999-01-01' and " + match;
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery(query)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
            return plan.toString();
        }
    }

    @Test
    void findsWordsByTheirIndex() throws SQLException {
        assertTrue(search("word77").contains("Index Cond: (words @@ '''word77'''::tsquery)"));
    }

    /** Phrases, beginnings and distances are looked up by their words, and compared with what was found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"harbour word77\"",
                "word77*",
                "harbour NEAR/10 word77",
                "(word77 OR word78) NOT storm",
                "(wai* NEAR/3 harbour) word77"
            })
    void findsWhateverIsAskedOfWordsByTheirIndex(String words) throws SQLException {
        String plan = search(words);

        assertTrue(plan.contains("Bitmap Index Scan on statement_other_words_idx\n"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    private String search(String words) throws SQLException {
        String search = TextSearch.of(WordQuery.parse(words)).replace("'", "''");
        return plan("words @@ to_tsquery('public.averment_words', '" + search + "')");
    }

    @Test
    void findsSpeakersByTheirIndex() throws SQLException {
        String plan = plan("speaker_words @@ plainto_tsquery('public.averment_names', '77')");

        assertTrue(plan.contains("Index Cond: (speaker_words @@ '''77'''::tsquery)"), plan);
    }

    @Test
    void findsWhatIsNewByTheOrderOfRecording() throws SQLException {
        String plan = plan("(recorded_from, article_id, position) > (now() + interval '3000 ms',"
                + " '00000000-0000-0000-0000-000000000000', 0) and recorded_from < now() + interval '1 hour'"
                + " order by recorded_from, article_id, position limit 51");

        assertTrue(plan.contains("Index Cond: ((tenant = 'plan-of-search'::text) AND (ROW(recorded_from,"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }
}
