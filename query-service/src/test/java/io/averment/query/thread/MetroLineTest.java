package io.averment.query.thread;

import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.projection.Applied;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.SampleMessage;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.SetRecordTime;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.ThreadLapses;
import io.averment.query.story.Story;
import io.averment.query.story.StoryAnalyses;
import io.averment.query.story.StoryMessages;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * One story in six reports over eighteen months, told by real analyses: what the record says of its two commitments at the end of each month.
 * The reports arrive on their days, and deadlines are looked at on the first of each month.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class MetroLineTest {
    private static final Tenant DEMO = new Tenant("demo");
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 19;

    @Inject
    EntityManager entities;

    @Inject
    TenantTransactions transactions;

    @Inject
    Applied applied;

    @Inject
    ThreadLapses lapses;

    private final Story story = Story.of("development", "metro-line");
    private final Map<String, JsonNode> analyses = StoryAnalyses.read();
    private final String salt = UUID.randomUUID().toString();

    private SampleMessage message(int report) {
        return StoryMessages.message(
                "demo", story, report, salt, Objects.requireNonNull(analyses.get(story.file(report))));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    }

    /** Lives through the months. */
    private void live(SetRecordTime time) {
        for (int month = 0; month < MONTHS; month++) {
            YearMonth now = FIRST.plusMonths(month);
            time.set(at(now.atDay(1), 3));
            lapses.lapse(DEMO, now.atDay(1).minusDays(1));
            for (int report = 0; report < story.reports().size(); report++) {
                LocalDate day = story.reports().get(report).date();
                if (YearMonth.from(day).equals(now)) {
                    time.set(at(day, 6));
                    applied.apply(message(report));
                }
            }
        }
    }

    /** As in {@code OPEN 2024-09-30: ANNOUNCED RESTATED}, as of the end of a month. */
    private static String standing(String thread, YearMonth month) {
        JsonPath found = rita().queryParam(
                        "asOf", at(month.plusMonths(1).atDay(1), 0).toString())
                .get("/v1/threads/" + thread)
                .jsonPath();
        return found.getString("state") + ' ' + found.getString("dueTo") + ": "
                + String.join(" ", found.getList("steps.kind", String.class));
    }

    private static List<String> timeline(String thread) {
        List<String> timeline = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            timeline.add(FIRST.plusMonths(month) + " " + standing(thread, FIRST.plusMonths(month)));
        }
        return timeline;
    }

    private static List<String> expected(Map<String, String> changes) {
        List<String> timeline = new ArrayList<>();
        String standing = "";
        for (int month = 0; month < MONTHS; month++) {
            String name = FIRST.plusMonths(month).toString();
            standing = changes.getOrDefault(name, standing);
            timeline.add(name + " " + standing);
        }
        return timeline;
    }

    @Test
    void tellsEachMonthWhatWasKnownThen() {
        SetRecordTime time = new SetRecordTime(entities, transactions, at(FIRST.atDay(1), 0));
        QuarkusMock.installMockForType(time, RecordTime.class);
        live(time);
        String article = message(0).key();
        String opening = rita().get("/v1/commitments/" + article + ":c1").path("thread");
        String trains = rita().get("/v1/commitments/" + article + ":c2").path("thread");

        Map<String, String> line = new LinkedHashMap<>();
        line.put("2024-01", "OPEN 2024-09-30: ANNOUNCED");
        line.put("2024-03", "OPEN 2024-09-30: ANNOUNCED RESTATED");
        line.put("2024-07", "OPEN 2025-03-31: ANNOUNCED RESTATED MOVED");
        line.put("2024-11", "OPEN 2025-03-31: ANNOUNCED RESTATED MOVED RESTATED");
        line.put("2025-02", "CONTRADICTED 2025-03-31: ANNOUNCED RESTATED MOVED RESTATED CONTRADICTED");
        line.put("2025-05", "LAPSED 2025-03-31: ANNOUNCED RESTATED MOVED RESTATED CONTRADICTED LAPSED");
        assertEquals(expected(line), timeline(opening));
        assertEquals(
                expected(Map.of(
                        "2024-01", "OPEN 2024-06-30: ANNOUNCED",
                        "2024-07", "MET 2024-06-30: ANNOUNCED REPORTED_MET")),
                timeline(trains));
        showsStepsWithTheirEvidence(opening);
        assertEquals(expected(entries()), timelines(story(article)));
        Reader.as("noor").get("/v1/threads/" + opening).then().statusCode(404);
    }

    private static String story(String article) {
        return rita().get("/v1/articles/" + article).path("story");
    }

    /** What the timeline of the story told at the end of a month, without the reports that tell it: as in {@code 2024-03-12 RESTATED:c1}. */
    private static String timeline(String story, YearMonth month) {
        JsonPath found = rita().queryParam(
                        "asOf", at(month.plusMonths(1).atDay(1), 0).toString())
                .get("/v1/stories/" + story + "/timeline")
                .jsonPath();
        List<String> entries = new ArrayList<>();
        for (Map<String, Object> item : found.<Map<String, Object>>getList("items")) {
            String kind = String.valueOf(item.get("kind"));
            if (!kind.equals("ARTICLE")) {
                String evidence = String.valueOf(item.get("evidence"));
                entries.add(item.get("day") + " " + kind + evidence.substring(evidence.indexOf(':')));
            }
        }
        return String.join(", ", entries);
    }

    private static List<String> timelines(String story) {
        List<String> timelines = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            timelines.add(FIRST.plusMonths(month) + " " + timeline(story, FIRST.plusMonths(month)));
        }
        return timelines;
    }

    /** What each month adds to the timeline; what was told before stays. */
    private static Map<String, String> entries() {
        Map<String, String> added = new LinkedHashMap<>();
        added.put(
                "2024-01",
                "2024-01-08 STATEMENT:s1, 2024-01-08 STATEMENT:s2, 2024-01-08 ANNOUNCED:c1, 2024-01-08 ANNOUNCED:c2");
        added.put("2024-03", "2024-03-12 STATEMENT:s1, 2024-03-12 RESTATED:c1");
        added.put(
                "2024-07",
                "2024-07-02 STATEMENT:s1, 2024-07-02 STATEMENT:s2, 2024-07-02 REPORTED_MET:c1, 2024-07-02 MOVED:c2");
        added.put("2024-11", "2024-11-19 STATEMENT:s1, 2024-11-19 STATEMENT:s2, 2024-11-19 RESTATED:c1");
        added.put("2025-02", "2025-02-11 STATEMENT:s1, 2025-02-11 STATEMENT:s2, 2025-02-11 CONTRADICTED:s1");
        added.put("2025-05", "2025-04-01 LAPSED:c1");
        added.put("2025-06", "2025-06-24 ANNOUNCED:c1");
        Map<String, String> entries = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        added.forEach((month, entry) -> {
            told.add(entry);
            entries.put(month, String.join(", ", told));
        });
        return entries;
    }

    private void showsStepsWithTheirEvidence(String opening) {
        rita().get("/v1/threads/" + opening)
                .then()
                .body("voice", equalTo("halden transit"))
                .body("articles", equalTo(5))
                .body("origins", equalTo(5))
                .body("steps[2].movedFrom", equalTo("2024-09-30"))
                .body("steps[2].later", equalTo(true))
                .body("steps[2].evidence", equalTo(message(2).key() + ":c2"))
                .body("steps[2].recordedAt", equalTo("2024-07-02T06:00:00Z"))
                .body("steps[4].evidence", equalTo(message(4).key() + ":s1"))
                .body("steps[5].day", equalTo("2025-04-01"))
                .body("steps[5].recordedAt", equalTo("2025-05-01T03:00:00Z"))
                .body("evidence[1].linkedTo", equalTo(message(0).key() + ":c1"))
                .body("evidence[1].why.code", contains("SAME_VOICE", "SAME_ACT", "SHARED_WORDS", "SAME_DEADLINE"))
                .body("evidence[1].why.words[2]", equalTo("harbour line"));
    }
}
