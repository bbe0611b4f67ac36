package io.averment.query.story;

import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.projection.Applied;
import io.averment.query.server.RecordSchemas;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened in a story, page by page. Each test tells the story of the reactor with names of its own. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class TimelineTest {
    @Inject
    Applied applied;

    private final OwnStory story = new OwnStory(UUID.randomUUID().toString());

    private void tell() {
        for (int report = 0; report < 5; report++) {
            applied.apply(story.message(report));
        }
    }

    /** As the superuser, on rows of the test's own. */
    private static void execute(String sql) {
        try (Connection connection = RecordSchemas.superuser();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void lapse(int report, String due) {
        execute("insert into record.lapse (tenant, article_id, fact_id, due_to, recorded_from) values ('demo', '"
                + story.article(report) + "', 'c1', '" + due + "', clock_timestamp())");
    }

    private static String timeline(String story) {
        return "/v1/stories/" + story + "/timeline";
    }

    /** Kind and evidence of each entry, page by page. */
    private static List<String> paged(String path, int limit) {
        List<String> entries = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = (cursor == null ? rita() : rita().queryParam("cursor", cursor))
                    .queryParam("limit", limit)
                    .get(path)
                    .jsonPath();
            for (int i = 0; i < page.getList("items").size(); i++) {
                entries.add(
                        page.getString("items[" + i + "].kind") + ' ' + page.getString("items[" + i + "].evidence"));
            }
            cursor = page.getString("next");
        } while (cursor != null);
        return entries;
    }

    @Test
    void tellsWhatHappenedInTheOrderOfDays() {
        tell();

        rita().get("/v1/stories/" + story.storyOf(0) + "/timeline")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("ARTICLE"))
                .body("items[0].evidence", equalTo(story.article(0)))
                .body("items[0].outlet", equalTo(story.outletOf(0)))
                .body("items.findAll { it.kind == 'MOVED' }.evidence", contains(story.article(2) + ":c1"))
                .body("items.findAll { it.kind == 'MOVED' }.movedFrom", contains("2023-09-30"))
                .body("items.findAll { it.kind == 'MOVED' }.dueTo", contains("2024-03-31"))
                .body("items.findAll { it.kind == 'ANNOUNCED' }.evidence", contains(story.article(0) + ":c1"))
                .body("items.findAll { it.kind == 'RESTATED' }.evidence", contains(story.article(1) + ":c1"))
                .body(
                        "items.findAll { it.kind == 'ARTICLE' }.day",
                        contains("2023-02-06", "2023-02-07", "2023-08-14", "2023-08-15", "2024-03-29"))
                // The same words are told once.
                .body(
                        "items.findAll { it.kind == 'STATEMENT' && it.words.contains('ready and so are we')"
                                + " }.articleId",
                        contains(story.article(0)))
                .body("containsKey('next')", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void pagesThroughTheTimeline(int limit) {
        tell();
        lapse(0, "2024-03-31");
        String path = timeline(story.storyOf(0));
        List<String> whole = paged(path, 200);

        assertEquals(whole, paged(path, limit));
        // Of a long story lapses are found another way.
        execute("update record.story set article_count = 501 where tenant = 'demo' and recorded_to = 'infinity'"
                + " and story_id = '" + story.storyOf(0) + "'");
        assertEquals(whole, paged(path, limit));
        assertEquals("LAPSED " + story.article(0) + ":c1", whole.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "BA"})
    void refusesWhatIsNoCursor(String cursor) {
        tell();

        rita().queryParam("cursor", cursor)
                .get(timeline(story.storyOf(0)))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    /** A denial is a statement, so it and a commitment of its article may have one position. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void showsDenialAndCommitmentOfOnePosition(int limit) {
        tell();
        execute("""
                insert into record.thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at,
                    opened_at, kind, thread_id, bucket, day, origin, text_hash, evidence)
                select tenant, record_month, article_id, 's9', position, recorded_from, first_accepted_at, opened_at, kind, thread_id, bucket,
                    day, origin, text_hash, evidence || '{"report": "DENIED"}'
                from record.thread_fact
                where tenant = 'demo' and fact_id = 'c1' and recorded_to = 'infinity' and article_id =\s""" + quoted(1));

        List<String> entries = paged(timeline(story.storyOf(0)), limit);

        assertEquals(
                List.of("RESTATED " + story.article(1) + ":c1", "CONTRADICTED " + story.article(1) + ":s9"),
                entries.stream()
                        .filter(entry -> entry.matches("(RESTATED|CONTRADICTED) " + story.article(1) + ".*"))
                        .toList());
    }

    /** What is said without quotation marks is in no thread; copies of a report have it all the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void tellsUnquotedWordsOfCopiesOnce(int limit) {
        tell();
        UUID copy = UUID.randomUUID();
        UUID copyOfCopy = UUID.randomUUID();
        for (UUID article : List.of(copy, copyOfCopy)) {
            applied.apply(story.copy(0, article, "2023-02-08"));
        }
        List<String> entries = paged(timeline(story.storyOf(0)), limit);

        assertEquals(
                List.of("ARTICLE " + story.article(0), "ARTICLE " + copy, "ARTICLE " + copyOfCopy).stream()
                        .sorted()
                        .toList(),
                entries.stream()
                        .filter(entry ->
                                entry.matches("ARTICLE (" + story.article(0) + "|" + copy + "|" + copyOfCopy + ")"))
                        .sorted()
                        .toList());
        List<String> unquoted = statements(entries, story.article(0));
        assertTrue(unquoted.size() > 1, unquoted.toString());
        assertEquals(List.of(), statements(entries, copy.toString()));
        assertEquals(List.of(), statements(entries, copyOfCopy.toString()));
    }

    private static List<String> statements(List<String> entries, String article) {
        return entries.stream()
                .filter(entry -> entry.startsWith("STATEMENT " + article))
                .toList();
    }

    private String quoted(int report) {
        return '\'' + story.article(report) + '\'';
    }

    /** A lapse is kept by the first fact of its thread, whichever that was at the time; the story of any fact of the thread tells it once. */
    @Test
    void tellsLapseOnceInEachStoryThatTellsOfTheCommitment() {
        tell();
        String whole = story.storyOf(0);
        String other = 's' + "0".repeat(12) + story.article(2).substring(0, 8);
        execute("update record.story_report set story_id = '" + other + "', parent_id = null where tenant = 'demo'"
                + " and recorded_to = 'infinity' and article_id = " + quoted(2));
        lapse(0, "2024-03-31");
        lapse(1, "2024-03-31");

        assertEquals(List.of("LAPSED " + story.article(0) + ":c1"), lapsed(whole));
        assertEquals(List.of("LAPSED " + story.article(2) + ":c1"), lapsed(other));
        rita().get(timeline(other))
                .then()
                .body("items.findAll { it.kind == 'LAPSED' }.day", contains("2024-04-01"))
                .body("items.findAll { it.kind == 'LAPSED' }.articleId", contains(story.article(2)));
    }

    private static List<String> lapsed(String story) {
        return paged(timeline(story), 200).stream()
                .filter(entry -> entry.startsWith("LAPSED"))
                .toList();
    }
}
