package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.ruleBroken;
import static io.averment.query.projection.DeadMessageException.unreadable;

import io.averment.query.projection.AnalysisCompletedMessage.Analysis;
import io.averment.query.projection.AnalysisCompletedMessage.Link;
import io.averment.query.projection.AnalysisCompletedMessage.Open;
import io.averment.query.projection.AnalysisCompletedMessage.Said;
import io.averment.query.projection.AnalysisCompletedMessage.Step;
import io.averment.query.projection.AnalysisCompletedMessage.Stretch;
import io.averment.query.projection.AnalysisCompletedMessage.Voice;
import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Annotator;
import io.averment.query.record.ArticleAnalysis;
import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleText;
import io.averment.query.record.Degradation;
import io.averment.query.record.Extent;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Outlet;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Span;
import io.averment.query.record.Speaker;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.record.Unresolved;
import io.averment.query.record.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
                        all(analysis.sentences(), "analysis.sentences", MessageBinding::extent)),
                all(analysis.statements(), "analysis.statements", MessageBinding::statement));
        if (!article.recordMonth().toString().equals(required(message.recordMonth(), "recordMonth"))) {
            throw ruleBroken("recordMonth is not the UTC month of firstAcceptedAt");
        }
        return article;
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

    private static Span span(Stretch stretch) {
        return new Span(
                required(stretch.start(), "start"), required(stretch.end(), "end"), required(stretch.text(), "text"));
    }

    private static Statement statement(Said said) {
        String act = said.act();
        Boolean hedged = said.hedged();
        return new Statement(
                required(said.id(), "statements.id"),
                known(StatementKind.values(), said.kind(), StatementKind.UNKNOWN),
                act == null ? "UNKNOWN" : act,
                hedged != null && hedged,
                all(said.content(), "statements.content", MessageBinding::span),
                all(said.quoted(), "statements.quoted", MessageBinding::span),
                all(said.cue(), "statements.cue", MessageBinding::span),
                said.parent(),
                said.repeats(),
                speaker(said.speaker()),
                all(said.chain(), "statements.chain", MessageBinding::hop));
    }

    private static Speaker speaker(@Nullable Voice voice) {
        if (voice == null) {
            return new Speaker(List.of(), null, null, null, null);
        }
        Open open = voice.unresolved();
        return new Speaker(
                all(voice.spans(), "speaker.spans", MessageBinding::span),
                voice.name(),
                voice.description(),
                voice.entity(),
                open == null
                        ? null
                        : new Unresolved(
                                required(open.reason(), "unresolved.reason"),
                                all(open.candidates(), "unresolved.candidates", Function.identity())));
    }

    private static Hop hop(Link link) {
        return new Hop(
                known(HopRole.values(), link.role(), HopRole.UNKNOWN),
                all(link.spans(), "chain.spans", MessageBinding::span),
                link.name(),
                link.entity());
    }

    /** A closed list of values may grow in a later version of the contract: what is not known yet is unknown. */
    private static <E extends Enum<E>> E known(E[] values, @Nullable String name, E unknown) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return unknown;
    }

    private static Instant instant(@Nullable String written, String field) {
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

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw unreadable("the field " + field + " is missing");
        }
        return value;
    }

    private static <T, R> List<R> all(@Nullable List<@Nullable T> written, String field, Function<T, R> meaning) {
        if (written == null) {
            return List.of();
        }
        List<R> all = new ArrayList<>(written.size());
        for (T one : written) {
            all.add(meaning.apply(required(one, field)));
        }
        return all;
    }
}
