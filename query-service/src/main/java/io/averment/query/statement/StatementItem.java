package io.averment.query.statement;

import io.averment.query.reading.ArticleSource;
import io.averment.query.record.Hop;
import io.averment.query.record.Span;
import io.averment.query.record.Speaker;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.averment.query.search.Highlight;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement with what is shown of its article. */
@RegisterForReflection
@Schema(
        name = "StatementItem",
        description = "What someone said, in which report, and through whom. Spans are half-open and count Unicode code"
                + " points of the article's text.")
public record StatementItem(
        @Schema(description = "The article's id, a colon, and the statement's id in it", examples = "1b4e…:s1")
        String id,

        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String headline,
        @Nullable String publishedAt,

        @Schema(description = "Since when the record says so")
        Instant recordedFrom,

        StatementKind kind,
        String act,
        boolean hedged,

        @Schema(description = "The words with their quotation marks")
        List<Span> content,

        @Schema(description = "What stands inside the marks")
        List<Span> quoted,

        @Schema(description = "The words that attribute it") List<Span> cue,
        @Nullable String parent,
        Speaker speaker,
        List<Hop> chain,

        @Schema(description = "Id of the earlier statement of the article with the same quoted words") @Nullable
        String repeats,

        @Schema(description = "Id of the time expression of the article that says when it was said") @Nullable
        String saidAt,

        @Schema(description = "Id of the thread of the same words by the same speaker; see /v1/threads") @Nullable
        String thread,

        @Schema(
                description =
                        "What shows best that it has the words, at most 3 parts; where highlights=true asks for it")
        @Nullable
        List<Highlight> highlights)
        implements ListItem {

    public StatementItem {
        content = List.copyOf(content);
        quoted = List.copyOf(quoted);
        cue = List.copyOf(cue);
        chain = List.copyOf(chain);
        highlights = highlights == null ? null : List.copyOf(highlights);
    }

    @Override
    public FeedEntry entry() {
        String words = content.stream().map(Span::text).collect(Collectors.joining(" … "));
        String name = speaker.name() == null ? "unresolved" : speaker.name();
        return new FeedEntry(id, name + " (" + outlet + ")", words, recordedFrom);
    }

    public static StatementItem of(
            ArticleSource source, Statement statement, @Nullable String thread, @Nullable List<Highlight> highlights) {
        return new StatementItem(
                source.articleId() + ":" + statement.id(),
                source.articleId(),
                source.revision(),
                source.outlet(),
                source.address(),
                source.headline(),
                source.publishedAt(),
                source.recordedFrom(),
                statement.kind(),
                statement.act(),
                statement.hedged(),
                statement.content(),
                statement.quoted(),
                statement.cue(),
                statement.parent(),
                statement.speaker(),
                statement.chain(),
                statement.repeats(),
                statement.saidAt(),
                thread,
                highlights);
    }
}
