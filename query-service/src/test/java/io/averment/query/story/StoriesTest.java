package io.averment.query.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.projection.StoryReader;
import io.averment.query.record.thread.ThreadKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the threads of the stories, and holds them to the recorded figures. */
class StoriesTest {
    private static final Map<String, JsonNode> ANALYSES = StoryAnalyses.read();

    static ThreadFigures measure(String part, ThreadKind kind) {
        StoryReader reader = new StoryReader();
        ThreadFigures figures = new ThreadFigures(kind);
        for (Story story : Story.all(part)) {
            for (int i = 0; i < story.reports().size(); i++) {
                JsonNode analysis = Objects.requireNonNull(ANALYSES.get(story.file(i)), story.file(i));
                figures.add(story, i, reader.article(StoryMessages.message("demo", story, i, "", analysis)));
            }
        }
        return figures;
    }

    @ParameterizedTest
    @CsvSource({"development,UTTERANCE", "development,COMMITMENT", "evaluation,UTTERANCE", "evaluation,COMMITMENT"})
    void measuresAsRecorded(String part, ThreadKind kind) throws IOException {
        ThreadFigures measured = measure(part, kind);
        String line = part + '\t' + kind + '\t' + measured.figures().line();

        List<String> recorded = Files.readAllLines(Story.FOLDER.resolve("figures.tsv"), StandardCharsets.UTF_8);
        // The errors of the evaluation part are not looked at.
        assertTrue(
                recorded.contains(line),
                () -> line + (part.equals("development") ? "\n" + String.join("\n", measured.errors()) : ""));
    }

    @Test
    void holdsEnoughStories() {
        assertEquals(29, Story.all("development").size());
        assertEquals(14, Story.all("evaluation").size());
    }

    @Test
    void refusesStoriesOfAnotherForm() {
        List<String> broken = List.of("@ 2024-01-01 | Post", "He will {c1 DONE|go}.");

        assertEquals(
                "x, line 2 is not of the form of stories",
                assertThrows(IllegalArgumentException.class, () -> Story.parse("x", broken))
                        .getMessage());
    }
}
