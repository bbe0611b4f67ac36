package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.ruleBroken;
import static io.averment.query.projection.DeadMessageException.unreadable;
import static io.averment.query.projection.FactBinding.all;
import static io.averment.query.projection.FactBinding.required;

import io.averment.query.projection.AnalysisCompletedMessage.Analysis;
import io.averment.query.projection.AnalysisCompletedMessage.Step;
import io.averment.query.projection.AnalysisCompletedMessage.Stretch;
import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Annotator;
import io.averment.query.record.ArticleAnalysis;
import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleText;
import io.averment.query.record.Degradation;
import io.averment.query.record.Extent;
import io.averment.query.record.Outlet;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Turns what was written in a message into what it means; required fields are told from optional ones here. */
final class MessageBinding {
    private final AnalysisCompletedMessage message;
    private final Analysis analysis;

    MessageBinding(AnalysisCompletedMessage message) {
        this.message = message;
        this.analysis = required(message.analysis(), "analysis");
    }

    AnalysedArticle article() {
        ArticleId id = ArticleId.parse(required(message.articleId(), "articleId"))
                .orElseThrow(() -> unreadable("the field articleId is not an id"));
        Version version = new Version(
                required(message.revision(), "revision"),
                required(message.pipelineGeneration(), "pipelineGeneration"),
                required(message.pipelineFingerprint(), "pipelineFingerprint"));
        requireSame(analysis.articleId(), id.toString(), "analysis.articleId");
        requireSame(analysis.revision(), version.revision(), "analysis.revision");
        String publishedAt = analysis.publishedAt();
        AnalysedArticle article = new AnalysedArticle(
                id,
                version,
                instant(message.firstAcceptedAt(), "firstAcceptedAt"),
                instant(message.acceptedAt(), "acceptedAt"),
                new Outlet(required(analysis.outlet(), "analysis.outlet")),
                message.address(),
                message.externalId(),
                analysis.language(),
                publishedAt == null ? null : PublicationDate.parse(publishedAt),
                new ArticleText(
                        required(analysis.text(), "analysis.text"),
                        required(message.headlineLength(), "headlineLength")),
                new ArticleAnalysis(
                        all(analysis.pipeline(), "analysis.pipeline", MessageBinding::annotator),
                        all(analysis.degraded(), "analysis.degraded", MessageBinding::degradation),
                        all(analysis.sentences(), "analysis.sentences", MessageBinding::extent),
                        all(analysis.mentions(), "analysis.mentions", FactBinding::mention)),
                FactBinding.facts(analysis),
                origin(id));
        if (!article.recordMonth().toString().equals(required(message.recordMonth(), "recordMonth"))) {
            throw ruleBroken("recordMonth is not the UTC month of firstAcceptedAt");
        }
        return article;
    }

    /** The article that this one is a copy of; an article that names itself is an original. */
    private @Nullable ArticleId origin(ArticleId id) {
        String written = message.origin();
        if (written == null) {
            return null;
        }
        ArticleId origin =
                ArticleId.parse(written).orElseThrow(() -> unreadable("the field origin is not an article's id"));
        return origin.equals(id) ? null : origin;
    }

    private static Annotator annotator(Step step) {
        return new Annotator(required(step.annotator(), "annotator"), step.version(), step.model());
    }

    private static Degradation degradation(Step step) {
        return new Degradation(required(step.annotator(), "annotator"), required(step.reason(), "reason"));
    }

    private static Extent extent(Stretch stretch) {
        return new Extent(required(stretch.start(), "start"), required(stretch.end(), "end"));
    }

    static Instant instant(@Nullable String written, String field) {
        try {
            return OffsetDateTime.parse(required(written, field)).toInstant();
        } catch (DateTimeException notAnInstant) {
            throw unreadable("the field " + field + " is not an instant");
        }
    }

    private static <T> void requireSame(@Nullable T inner, T outer, String field) {
        if (inner != null && !inner.equals(outer)) {
            throw ruleBroken("the field " + field + " differs from the message's own");
        }
    }
}
