package io.averment.query.record.thread;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Commitment;
import io.averment.query.record.DayRange;
import io.averment.query.record.Due;
import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Mention;
import io.averment.query.record.Party;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.Span;
import io.averment.query.record.Speaker;
import io.averment.query.record.Statement;
import io.averment.query.record.TimeExpression;
import io.averment.query.record.WorldTime;
import io.averment.query.record.thread.Undertaking.Report;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one article that may belong to threads: quotations with a speaker, undertakings with an actor, and statements that deny an
 * undertaking. What has no speaker or actor belongs to none: it is not guessed.
 */
public final class ThreadFacts {
    private static final String WITHIN = "WITHIN";
    private static final String DENIES = "DENIES";

    private final AnalysedArticle article;
    private final WorldTime world;
    private final Map<String, Entity> entities = new HashMap<>();
    private final List<ThreadFact> found = new ArrayList<>();
    private final LocalDate day;
    private final Source source;

    private ThreadFacts(AnalysedArticle article) {
        this.article = article;
        this.world = new WorldTime(article);
        article.facts().entities().forEach(entity -> entities.put(entity.id(), entity));
        PublicationDate publication = article.publication();
        this.day = publication == null
                ? LocalDate.ofInstant(article.firstAcceptedAt(), ZoneOffset.UTC)
                : publication.day();
        this.source = Source.of(article);
    }

    /** In the order of the text, statements first. */
    public static List<ThreadFact> of(AnalysedArticle article) {
        ThreadFacts facts = new ThreadFacts(article);
        List<Statement> statements = article.facts().statements();
        for (int position = 0; position < statements.size(); position++) {
            facts.addStatement(statements.get(position), position);
        }
        List<Commitment> commitments = article.facts().commitments();
        for (int position = 0; position < commitments.size(); position++) {
            facts.addCommitment(commitments.get(position), position);
        }
        return List.copyOf(facts.found);
    }

    private void add(String fact, int position, Evidence evidence) {
        FactPlace place = new FactPlace(article.firstAcceptedAt(), article.id(), position, fact);
        found.add(new ThreadFact(place, day, source, evidence));
    }

    private void addStatement(Statement statement, int position) {
        Speaker speaker = statement.speaker();
        String quoted = statement.quoted().stream().map(Span::text).collect(Collectors.joining(" "));
        voice(speaker.name(), speaker.entity())
                .flatMap(voice -> Quotation.of(voice, quoted))
                .ifPresent(quotation -> add(statement.id(), position, quotation));
        if (statement.act().equals(DENIES) && statement.quoted().isEmpty()) {
            addDenial(statement, position);
        }
    }

    /** The name of the thing where there is one, since the words may be a pronoun or a part of it. */
    private Optional<Voice> voice(@Nullable String name, @Nullable String entity) {
        Entity thing = entity == null ? null : entities.get(entity);
        String whole = thing != null ? thing.name() : name;
        return whole == null || EntityKey.fold(whole).isEmpty()
                ? Optional.empty()
                : Optional.of(Voice.of(
                        whole,
                        thing == null ? null : EntityKey.of(thing, article.id()).value()));
    }

    private void addCommitment(Commitment commitment, int position) {
        Party undertaker = commitment.undertaker();
        String name = undertaker == null ? null : undertaker.name();
        voice(name, commitment.actor())
                .flatMap(voice -> ActWords.of(upToDeadline(commitment), commitment.object(), voice)
                        .map(words -> undertaking(commitment, voice, words)))
                .ifPresent(undertaking -> add(commitment.id(), position, undertaking));
    }

    /** The words of the act as far as the deadline, which some analyses count among them. */
    private static String upToDeadline(Commitment commitment) {
        Span act = commitment.act();
        Due due = commitment.due();
        if (due == null || due.start() <= act.start() || due.start() >= act.end()) {
            return act.text();
        }
        return act.text().substring(0, act.text().offsetByCodePoints(0, due.start() - act.start()));
    }

    private Undertaking undertaking(Commitment commitment, Voice voice, ActWords words) {
        DayRange due = world.due(commitment);
        Due deadline = commitment.due();
        return new Undertaking(
                voice,
                words.act(),
                words.terms(),
                words.head(),
                due.first(),
                due.last(),
                deadline != null && deadline.relation().equals(WITHIN),
                report(commitment));
    }

    private static Report report(Commitment commitment) {
        String outcome = commitment.outcome();
        Report told = switch (outcome == null ? "" : outcome) {
            case "MET" -> Report.MET;
            case "MISSED" -> Report.MISSED;
            case "MOVED" -> Report.MOVED;
            case "WITHDRAWN" -> Report.WITHDRAWN;
            default -> Report.UNDERTAKEN;
        };
        return told == Report.UNDERTAKEN && commitment.negated() ? Report.REFUSED : told;
    }

    /** Somebody denies that an actor whom the words name first will do something. */
    private void addDenial(Statement statement, int position) {
        Span content = statement.content().getFirst();
        for (Mention mention : article.analysis().mentions()) {
            if (mention.start() < content.start() || mention.end() > content.end()) {
                continue;
            }
            String text = content.text();
            String before = text.substring(0, text.offsetByCodePoints(0, mention.start() - content.start()));
            if (Words.split(before).stream().allMatch(Words.STANDARD::isStop)) {
                String after = text.substring(text.offsetByCodePoints(0, mention.end() - content.start()));
                voice(mention.text(), mention.entity())
                        .flatMap(voice -> ActWords.afterModal(after).map(words -> denial(content, voice, words)))
                        .ifPresent(undertaking -> add(statement.id(), position, undertaking));
            }
            return;
        }
    }

    private Undertaking denial(Span content, Voice voice, ActWords words) {
        DayRange due = article.facts().times().stream()
                .filter(time -> time.start() >= content.start() && time.end() <= content.end())
                .map(TimeExpression::days)
                .filter(days -> days.last() != null)
                .reduce((before, last) -> last)
                .orElse(DayRange.OPEN);
        return new Undertaking(voice, words.act(), words.terms(), null, due.first(), due.last(), false, Report.DENIED);
    }
}
