package io.averment.query.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.server.SampleMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The messages that the reports of stories come in. */
public final class StoryMessages {
    private StoryMessages() {}

    /** The message of a report, accepted at six in the morning of its day. */
    public static SampleMessage message(String tenant, Story story, int report, String salt, JsonNode analysis) {
        Story.Report told = story.reports().get(report);
        UUID article = UUID.nameUUIDFromBytes((salt + story.file(report)).getBytes(StandardCharsets.UTF_8));
        String accepted = told.date() + "T06:00:00Z";
        return new SampleMessage(tenant, article, told.outlet()).with(body -> {
            body.put("recordMonth", told.date().toString().substring(0, 7));
            body.put("firstAcceptedAt", accepted).put("acceptedAt", accepted).put("headlineLength", 0);
            ObjectNode own = analysis.deepCopy();
            own.put("articleId", article.toString()).put("revision", 1).put("outlet", told.outlet());
            body.set("analysis", own);
        });
    }
}
