package io.averment.query.record;

import static io.averment.query.record.RuleBrokenException.require;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One version of an article with everything that the record keeps of it. Every span in it repeats the text exactly, so
 * that no fact enters the record that cannot be shown in its source.
 *
 * @param firstAcceptedAt when revision 1 was accepted, in microseconds
 * @param acceptedAt when this revision was accepted, in microseconds
 * @param origin the article that this one is a copy of, where that is known
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
        Facts facts,
        @Nullable ArticleId origin) {

    /** @throws RuleBrokenException when a fact contradicts the text */
    public AnalysedArticle {
        firstAcceptedAt = firstAcceptedAt.truncatedTo(ChronoUnit.MICROS);
        acceptedAt = acceptedAt.truncatedTo(ChronoUnit.MICROS);
        for (Extent sentence : analysis.sentences()) {
            require(text.contains(sentence.start(), sentence.end()), "a sentence lies outside of the text");
        }
        for (int i = 0; i < analysis.mentions().size(); i++) {
            Facts.requireSpan(text, analysis.mentions().get(i).span(), "mentions[" + i + ']');
        }
        facts.requireIn(text);
    }

    public RecordMonth recordMonth() {
        return RecordMonth.of(firstAcceptedAt);
    }
}
