package io.averment.analysis.commitment;

import io.averment.analysis.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor's undertaking. Immutable.
 *
 * @param id "c1", "c2", ... by position
 * @param actor who must do it
 * @param act what is undertaken: the verb with what belongs to it, or the noun of a deed
 * @param object what the act is done to, within or before the act
 * @param trigger the words that say that it is undertaken
 * @param negated whether it is undertaken not to do it
 * @param places ids of the mentions of places and sites in the act's clause, in order
 * @param condition what it depends on, with its conjunction
 * @param announcer who is said to have announced it
 * @param statement id of the innermost statement that holds it
 */
public record Commitment(
        String id,
        Party actor,
        Span act,
        @Nullable Span object,
        Span trigger,
        boolean negated,
        List<String> places,
        @Nullable Deadline deadline,
        @Nullable Span condition,
        Strength strength,
        @Nullable Phase phase,
        @Nullable Outcome outcome,
        Party announcer,
        @Nullable String statement) {

    public Commitment {
        if (act.isEmpty()) {
            throw new IllegalArgumentException("A commitment has an act");
        }
        places = List.copyOf(places);
    }

    /** The same with who must do it. */
    Commitment with(Party who) {
        return new Commitment(
                id, who, act, object, trigger, negated, places, deadline, condition, strength, phase, outcome,
                announcer, statement);
    }

    /** The same with what became of it. */
    Commitment with(Outcome became) {
        return new Commitment(
                id, actor, act, object, trigger, negated, places, deadline, condition, strength, phase, became,
                announcer, statement);
    }

    /** The same with a day. */
    Commitment with(Deadline day) {
        return new Commitment(
                id, actor, act, object, trigger, negated, places, day, condition, strength, phase, outcome, announcer,
                statement);
    }
}
