package io.averment.query.story;

import static io.averment.query.server.Reader.rita;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.server.SampleMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The story of the reactor in tenant demo, with names of a test's own, which follow from the salt. */
record OwnStory(String salt) {
    private static final Map<String, JsonNode> ANALYSES = StoryAnalyses.read();
    private static final Story STORY = Story.of("development", "reactor-restart");

    /** In the place of the names in the story, as long as they are, so that spans stay true. */
    private String own(String word) {
        String letters = salt.replaceAll("[^a-f]", "").concat("abcdefabcdef");
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            name.append(
                    Character.isUpperCase(word.charAt(i))
                            ? Character.toUpperCase(letters.charAt(i))
                            : letters.charAt(i));
        }
        return name.toString();
    }

    SampleMessage message(int report) {
        SampleMessage message = StoryMessages.message(
                "demo", STORY, report, salt, Objects.requireNonNull(ANALYSES.get(STORY.file(report))));
        for (String word : List.of("Northfield", "Kelm", "Solvay", "Ingrid", "reactor", "restart")) {
            message.replace(word, own(word));
        }
        return message.withAnalysis(analysis -> analysis.put("outlet", outletOf(report)));
    }

    /** A copy of a report under an id of its own, as it was told on another day. */
    SampleMessage copy(int report, UUID article, String day) {
        String original = article(report);
        return message(report)
                .replace(original, article.toString())
                .header("ce_subject", article.toString())
                .with(body -> body.put("origin", original)
                        .put("firstAcceptedAt", day + "T06:00:00Z")
                        .put("acceptedAt", day + "T06:00:00Z"))
                .withAnalysis(analysis -> analysis.put("publishedAt", day));
    }

    /** One that is named after a place is the test's own; four letters would now and then be those of another test. */
    String outletOf(int report) {
        return STORY.reports().get(report).outlet().replace("Kelm", own("Kelm") + ' ' + salt);
    }

    String article(int report) {
        return message(report).key();
    }

    /** The story that the record has the report in now. */
    String storyOf(int report) {
        return rita().get("/v1/articles/" + article(report)).path("story");
    }
}
