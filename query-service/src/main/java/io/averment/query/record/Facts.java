package io.averment.query.record;

import static io.averment.query.record.RuleBrokenException.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that an analysis found in an article, each list in the order of the text. */
public record Facts(
        List<Entity> entities,
        List<TimeExpression> times,
        List<Statement> statements,
        List<Commitment> commitments,
        List<Conflict> conflicts) {

    /** @throws RuleBrokenException when two facts have the same id */
    public Facts {
        entities = List.copyOf(entities);
        times = List.copyOf(times);
        statements = List.copyOf(statements);
        commitments = List.copyOf(commitments);
        conflicts = List.copyOf(conflicts);
        requireUnique(statements.stream().map(Statement::id), "two statements have the same id");
        requireUnique(entities.stream().map(Entity::id), "two entities have the same id");
        requireUnique(times.stream().map(TimeExpression::id), "two times have the same id");
        requireUnique(commitments.stream().map(Commitment::id), "two commitments have the same id");
    }

    private static void requireUnique(Stream<String> ids, String rule) {
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> require(seen.add(id), rule));
    }

    /** @throws RuleBrokenException when a span differs from the text */
    void requireIn(ArticleText text) {
        for (int i = 0; i < times.size(); i++) {
            requireSpan(text, times.get(i).span(), "times[" + i + ']');
        }
        for (int i = 0; i < statements.size(); i++) {
            requireSpans(text, statements.get(i), "statements[" + i + "].");
        }
        for (int i = 0; i < commitments.size(); i++) {
            requireSpans(text, commitments.get(i), "commitments[" + i + "].");
        }
    }

    private static void requireSpans(ArticleText text, Statement statement, String place) {
        requireSpans(text, statement.content(), place + "content");
        requireSpans(text, statement.quoted(), place + "quoted");
        requireSpans(text, statement.cue(), place + "cue");
        requireSpans(text, statement.speaker().spans(), place + "speaker");
        for (Hop hop : statement.chain()) {
            requireSpans(text, hop.spans(), place + "chain");
        }
    }

    private static void requireSpans(ArticleText text, Commitment commitment, String place) {
        requireSpan(text, commitment.act(), place + "act");
        requireSpans(text, commitment.objectSpans(), place + "object");
        ifThere(commitment.trigger(), span -> requireSpan(text, span, place + "trigger"));
        ifThere(commitment.condition(), span -> requireSpan(text, span, place + "condition"));
        ifThere(commitment.due(), due -> requireSpan(text, due.span(), place + "due"));
        ifThere(commitment.undertaker(), party -> requireSpans(text, party.spans(), place + "undertaker"));
        ifThere(commitment.announcedBy(), party -> requireSpans(text, party.spans(), place + "announcedBy"));
    }

    private static <T> void ifThere(@Nullable T part, Consumer<T> check) {
        if (part != null) {
            check.accept(part);
        }
    }

    private static void requireSpans(ArticleText text, List<Span> spans, String place) {
        for (Span span : spans) {
            requireSpan(text, span, place);
        }
    }

    static void requireSpan(ArticleText text, Span span, String place) {
        require(text.matches(span), "a span of " + place + " differs from the text");
    }
}
