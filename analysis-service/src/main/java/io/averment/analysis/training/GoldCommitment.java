package io.averment.analysis.training;

import io.averment.analysis.commitment.Outcome;
import io.averment.analysis.commitment.Strength;
import io.averment.analysis.document.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as people marked it, in the words of a passage; {@code corpus/commitments/README.md} says what each is. Lists are
 * empty where nothing is marked.
 *
 * @param id unique in its passage
 * @param act what is to be done
 * @param actor all words of the passage that stand for who must do it
 * @param announcer all words that stand for who announced it
 * @param object what the act is done to
 * @param places where it is done
 * @param deadline the words that say by when
 * @param condition the words that say on what it depends
 */
record GoldCommitment(
        String id,
        List<Span> act,
        List<Span> actor,
        List<Span> announcer,
        List<Span> object,
        List<Span> places,
        List<Span> deadline,
        List<Span> condition,
        Reading reading) {

    GoldCommitment {
        act = List.copyOf(act);
        actor = List.copyOf(actor);
        announcer = List.copyOf(announcer);
        object = List.copyOf(object);
        places = List.copyOf(places);
        deadline = List.copyOf(deadline);
        condition = List.copyOf(condition);
    }

    /**
     * How a commitment is meant.
     *
     * @param edtf the deadline's value; null when there is no deadline, or it has no value
     * @param latest the last day of that value
     * @param phase its order, from 1; 0 when it is none of several steps
     * @param negated whether it is undertaken not to do it
     */
    record Reading(
            Strength strength,
            @Nullable String edtf,
            @Nullable LocalDate latest,
            int phase,
            @Nullable Outcome outcome,
            boolean negated) {}
}
