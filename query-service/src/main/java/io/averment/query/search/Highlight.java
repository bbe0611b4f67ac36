package io.averment.query.search;

import io.averment.query.record.Extent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an article's text that has words of the query. Half-open, in code points of the text. */
@RegisterForReflection
@Schema(
        name = "Highlight",
        description = "A part of the article's text that has words of the query. Half-open, in Unicode code points")
public record Highlight(
        int start,
        int end,

        @Schema(description = "What stands there") String text,

        @Schema(description = "Where the words stand, in code points of the article's text, too")
        List<Extent> marks) {

    public Highlight {
        marks = List.copyOf(marks);
    }
}
