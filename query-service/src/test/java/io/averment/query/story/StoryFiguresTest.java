package io.averment.query.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.projection.StoryReader;
import io.averment.query.record.story.StoryBranch;
import io.averment.query.record.story.StoryKeys;
import io.averment.query.record.story.StoryReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the stories that reports are put into, and holds them to the recorded figures. */
class StoryFiguresTest {
    private static final Map<String, JsonNode> ANALYSES = StoryAnalyses.read();

    /** The reports of a part, by their files. */
    private final Map<StoryReport, String> files = new HashMap<>();

    private final Map<String, String> gold = new HashMap<>();

    private List<StoryReport> reports(String part) {
        StoryReader reader = new StoryReader();
        for (Story story : Story.all(part)) {
            for (int i = 0; i < story.reports().size(); i++) {
                JsonNode analysis = Objects.requireNonNull(ANALYSES.get(story.file(i)), story.file(i));
                StoryReport report =
                        StoryReport.of(reader.article(StoryMessages.message("demo", story, i, "", analysis)));
                files.put(report, story.file(i));
                gold.put(story.file(i), story.name() + ' ' + (story.name().startsWith("two-") ? person(story, i) : 0));
            }
        }
        return List.copyOf(files.keySet());
    }

    /** Of two people of one name, each has a story: the first report that this one shares a marked thread with, directly or over others. */
    private static int person(Story story, int report) {
        Set<String> threads = new HashSet<>();
        story.reports().get(report).marks().forEach(mark -> threads.add(mark.thread()));
        int first = report;
        for (int i = report - 1; i >= 0; i--) {
            if (story.reports().get(i).marks().stream().anyMatch(mark -> threads.contains(mark.thread()))) {
                story.reports().get(i).marks().forEach(mark -> threads.add(mark.thread()));
                first = i;
            }
        }
        return first;
    }

    /** As the service puts them together: only what has a key in common is compared. */
    private static Map<String, List<StoryBranch>> stories(List<StoryReport> reports) {
        return StoryBranch.stories(reports.stream()
                .map(report -> StoryBranch.of(
                        report,
                        reports.stream()
                                .filter(other -> StoryKeys.meet(report, other))
                                .toList()))
                .toList());
    }

    private static Set<Set<String>> pairs(Iterable<List<String>> groups) {
        Set<Set<String>> pairs = new HashSet<>();
        for (List<String> group : groups) {
            group.forEach(one ->
                    group.stream().filter(other -> !other.equals(one)).forEach(other -> pairs.add(Set.of(one, other))));
        }
        return pairs;
    }

    @ParameterizedTest
    @CsvSource({"development", "evaluation"})
    void measuresAsRecorded(String part) throws IOException {
        List<StoryReport> reports = reports(part);
        Set<Set<String>> found = pairs(stories(reports).values().stream()
                .map(story -> story.stream()
                        .map(branch -> Objects.requireNonNull(files.get(branch.report())))
                        .toList())
                .toList());
        Map<String, List<String>> groups = new HashMap<>();
        gold.forEach((file, story) ->
                groups.computeIfAbsent(story, any -> new ArrayList<>()).add(file));
        Set<Set<String>> wanted = pairs(groups.values());
        long right = found.stream().filter(wanted::contains).count();
        double precision = 100.0 * right / found.size();
        double recall = 100.0 * right / wanted.size();
        String line = String.format(
                Locale.ROOT,
                "%s\tSTORY\tP %.1f R %.1f F1 %.1f (%d right, %d found, %d gold)",
                part,
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                right,
                found.size(),
                wanted.size());

        List<String> recorded = Files.readAllLines(Story.FOLDER.resolve("figures.tsv"), StandardCharsets.UTF_8);
        assertTrue(recorded.contains(line), line);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void findsTheSameInEveryOrder(long seed) {
        List<StoryReport> reports = new ArrayList<>(reports("development"));
        Map<String, List<StoryBranch>> expected = stories(reports);
        Collections.shuffle(reports, new Random(seed));

        assertEquals(expected, stories(reports));
        assertEquals(
                IntStream.range(0, reports.size()).count(),
                expected.values().stream().mapToInt(List::size).sum());
    }
}
