package io.averment.query.record;

import static io.averment.query.record.RuleBrokenException.require;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of an article with everything that the record keeps of it. Every span in it repeats the text exactly, so
 * that no fact enters the record that cannot be shown in its source.
 *
 * @param firstAcceptedAt when revision 1 was accepted, in microseconds
 * @param acceptedAt when this revision was accepted, in microseconds
 * @param statements in the order of the text
 */
public record AnalysedArticle(
        ArticleId id,
        Version version,
        Instant firstAcceptedAt,
        Instant acceptedAt,
        Outlet outlet,
        @Nullable String address,
        @Nullable String externalId,
        @Nullable String language,
        @Nullable PublicationDate publication,
        ArticleText text,
        ArticleAnalysis analysis,
        List<Statement> statements) {

    /** @throws RuleBrokenException when a fact contradicts the text, or two statements have the same id */
    public AnalysedArticle {
        firstAcceptedAt = firstAcceptedAt.truncatedTo(ChronoUnit.MICROS);
        acceptedAt = acceptedAt.truncatedTo(ChronoUnit.MICROS);
        statements = List.copyOf(statements);
        for (Extent sentence : analysis.sentences()) {
            require(text.contains(sentence.start(), sentence.end()), "a sentence lies outside of the text");
        }
        Set<String> ids = new HashSet<>();
        for (int position = 0; position < statements.size(); position++) {
            Statement statement = statements.get(position);
            require(ids.add(statement.id()), "two statements have the same id");
            requireSpans(text, statement, position);
        }
    }

    public RecordMonth recordMonth() {
        return RecordMonth.of(firstAcceptedAt);
    }

    private static void requireSpans(ArticleText text, Statement statement, int position) {
        requireSpans(text, statement.content(), position, "content");
        requireSpans(text, statement.quoted(), position, "quoted");
        requireSpans(text, statement.cue(), position, "cue");
        requireSpans(text, statement.speaker().spans(), position, "speaker");
        for (Hop hop : statement.chain()) {
            requireSpans(text, hop.spans(), position, "chain");
        }
    }

    private static void requireSpans(ArticleText text, List<Span> spans, int position, String part) {
        for (Span span : spans) {
            if (!text.matches(span)) {
                throw new RuleBrokenException(
                        "a span of statements[" + position + "]." + part + " differs from the text");
            }
        }
    }
}
