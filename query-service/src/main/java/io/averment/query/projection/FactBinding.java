package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.unreadable;

import io.averment.query.projection.AnalysisCompletedMessage.Analysis;
import io.averment.query.projection.AnalysisCompletedMessage.Clash;
import io.averment.query.projection.AnalysisCompletedMessage.Limit;
import io.averment.query.projection.AnalysisCompletedMessage.Link;
import io.averment.query.projection.AnalysisCompletedMessage.Moment;
import io.averment.query.projection.AnalysisCompletedMessage.Named;
import io.averment.query.projection.AnalysisCompletedMessage.Open;
import io.averment.query.projection.AnalysisCompletedMessage.Part;
import io.averment.query.projection.AnalysisCompletedMessage.Said;
import io.averment.query.projection.AnalysisCompletedMessage.Spot;
import io.averment.query.projection.AnalysisCompletedMessage.Stretch;
import io.averment.query.projection.AnalysisCompletedMessage.Thing;
import io.averment.query.projection.AnalysisCompletedMessage.Undertaken;
import io.averment.query.projection.AnalysisCompletedMessage.Voice;
import io.averment.query.record.Commitment;
import io.averment.query.record.Conflict;
import io.averment.query.record.Due;
import io.averment.query.record.Entity;
import io.averment.query.record.Facts;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Mention;
import io.averment.query.record.Party;
import io.averment.query.record.Phase;
import io.averment.query.record.Place;
import io.averment.query.record.Span;
import io.averment.query.record.Speaker;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.record.TimeExpression;
import io.averment.query.record.Unresolved;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the facts that were written in a message into what they mean. */
final class FactBinding {
    private static final String UNKNOWN = "UNKNOWN";

    private FactBinding() {}

    static Facts facts(Analysis analysis) {
        return new Facts(
                all(analysis.entities(), "analysis.entities", FactBinding::entity),
                all(analysis.times(), "analysis.times", FactBinding::time),
                all(analysis.statements(), "analysis.statements", FactBinding::statement),
                all(analysis.commitments(), "analysis.commitments", FactBinding::commitment),
                all(analysis.conflicts(), "analysis.conflicts", FactBinding::conflict));
    }

    static Mention mention(Named named) {
        return new Mention(
                required(named.id(), "mentions.id"),
                required(named.start(), "start"),
                required(named.end(), "end"),
                required(named.text(), "text"),
                orUnknown(named.type()),
                named.entity(),
                orUnknown(named.form()),
                unresolved(named.unresolved()));
    }

    private static Entity entity(Thing thing) {
        return new Entity(
                required(thing.id(), "entities.id"),
                orUnknown(thing.type()),
                required(thing.name(), "entities.name"),
                all(thing.aliases(), "entities.aliases", Function.identity()),
                thing.country(),
                thing.sector(),
                external(thing.external()),
                place(thing.place()),
                unresolved(thing.unresolved()));
    }

    private static Map<String, String> external(@Nullable Map<String, @Nullable String> written) {
        Map<String, String> external = new TreeMap<>();
        if (written != null) {
            written.forEach((scheme, id) -> external.put(scheme, required(id, "entities.external")));
        }
        return external;
    }

    private static @Nullable Place place(@Nullable Spot spot) {
        return spot == null
                ? null
                : new Place(
                        required(spot.latitude(), "place.latitude"),
                        required(spot.longitude(), "place.longitude"),
                        spot.precision());
    }

    private static TimeExpression time(Moment moment) {
        return new TimeExpression(
                required(moment.id(), "times.id"),
                required(moment.start(), "start"),
                required(moment.end(), "end"),
                required(moment.text(), "text"),
                orUnknown(moment.type()),
                moment.value(),
                moment.edtf(),
                day(moment.earliest(), "times.earliest"),
                day(moment.latest(), "times.latest"),
                moment.anchor(),
                unresolved(moment.unresolved()));
    }

    private static Statement statement(Said said) {
        String act = said.act();
        Boolean hedged = said.hedged();
        return new Statement(
                required(said.id(), "statements.id"),
                known(StatementKind.values(), said.kind(), StatementKind.UNKNOWN),
                act == null ? "UNKNOWN" : act,
                hedged != null && hedged,
                all(said.content(), "statements.content", FactBinding::span),
                all(said.quoted(), "statements.quoted", FactBinding::span),
                all(said.cue(), "statements.cue", FactBinding::span),
                said.parent(),
                said.repeats(),
                speaker(said.speaker()),
                all(said.chain(), "statements.chain", FactBinding::hop),
                said.saidAt());
    }

    private static Speaker speaker(@Nullable Voice voice) {
        return voice == null
                ? new Speaker(List.of(), null, null, null, null)
                : new Speaker(
                        all(voice.spans(), "speaker.spans", FactBinding::span),
                        voice.name(),
                        voice.description(),
                        voice.entity(),
                        unresolved(voice.unresolved()));
    }

    private static Hop hop(Link link) {
        return new Hop(
                known(HopRole.values(), link.role(), HopRole.UNKNOWN),
                all(link.spans(), "chain.spans", FactBinding::span),
                link.name(),
                link.entity());
    }

    private static Commitment commitment(Undertaken undertaken) {
        Boolean negated = undertaken.negated();
        return new Commitment(
                required(undertaken.id(), "commitments.id"),
                undertaken.actor(),
                party(undertaken.undertaker()),
                span(required(undertaken.act(), "commitments.act")),
                undertaken.object(),
                all(undertaken.objectSpans(), "commitments.objectSpans", FactBinding::span),
                optionalSpan(undertaken.trigger()),
                negated != null && negated,
                undertaken.deadline(),
                due(undertaken.due()),
                optionalSpan(undertaken.condition()),
                orUnknown(undertaken.strength()),
                phase(undertaken.phase()),
                all(undertaken.places(), "commitments.places", Function.identity()),
                undertaken.outcome(),
                undertaken.announcer(),
                party(undertaken.announcedBy()),
                undertaken.statement());
    }

    private static @Nullable Party party(@Nullable Voice voice) {
        return voice == null
                ? null
                : new Party(
                        all(voice.spans(), "party.spans", FactBinding::span),
                        voice.name(),
                        voice.description(),
                        voice.entity(),
                        unresolved(voice.unresolved()));
    }

    private static @Nullable Due due(@Nullable Limit limit) {
        return limit == null
                ? null
                : new Due(
                        required(limit.start(), "start"),
                        required(limit.end(), "end"),
                        required(limit.text(), "text"),
                        orUnknown(limit.relation()),
                        limit.edtf(),
                        day(limit.latest(), "due.latest"));
    }

    private static @Nullable Phase phase(@Nullable Part part) {
        return part == null ? null : new Phase(required(part.order(), "phase.order"), part.count(), part.label());
    }

    private static Conflict conflict(Clash clash) {
        return new Conflict(
                orUnknown(clash.kind()),
                all(clash.facts(), "conflicts.facts", Function.identity()),
                clash.explanation());
    }

    private static Span span(Stretch stretch) {
        return new Span(
                required(stretch.start(), "start"), required(stretch.end(), "end"), required(stretch.text(), "text"));
    }

    private static @Nullable Span optionalSpan(@Nullable Stretch stretch) {
        return stretch == null ? null : span(stretch);
    }

    private static @Nullable Unresolved unresolved(@Nullable Open open) {
        return open == null
                ? null
                : new Unresolved(
                        required(open.reason(), "unresolved.reason"),
                        all(open.candidates(), "unresolved.candidates", Function.identity()));
    }

    private static @Nullable LocalDate day(@Nullable String written, String field) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException notADay) {
            throw unreadable("the field " + field + " is not a day");
        }
    }

    private static String orUnknown(@Nullable String value) {
        return value == null ? UNKNOWN : value;
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

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw unreadable("the field " + field + " is missing");
        }
        return value;
    }

    static <T, R> List<R> all(@Nullable List<@Nullable T> written, String field, Function<T, R> meaning) {
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
