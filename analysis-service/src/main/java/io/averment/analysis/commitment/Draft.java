package io.averment.analysis.commitment;

import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** An undertaking while it is being read. Not thread-safe. */
final class Draft {

    /** Which sentence holds it, counted from 0. */
    final int sentence;

    final Construction construction;

    /** First token of the words that say that it is undertaken. */
    final int triggerFrom;

    /** One past their last. */
    final int triggerTo;

    /** The verb of the act, or the noun of the deed. */
    final int act;

    /** The noun or pronoun that stands as the act's subject; {@link ParsedSentence#NONE} when the sentence has none. */
    int subject = ParsedSentence.NONE;

    /** Who promises that a clause will come true; {@link ParsedSentence#NONE} for other constructions. */
    int promiser = ParsedSentence.NONE;

    Strength strength;

    /** Whether it is undertaken not to do it. */
    boolean negated;

    /** Whether the undertaking is told as past: {@code was to open}. */
    boolean past;

    /** Whether it is what somebody is reported to have said, in the reporter's words. */
    boolean reported;

    /** Whether it counts only with a day: "would" without anybody who says so, a state that is aimed at. */
    boolean onlyWithDay;

    /** Whether a law or an agreement is named that obliges: then a duty needs no day. */
    boolean bound;

    @Nullable
    Outcome outcome;

    /** The verb that tells the outcome; {@link ParsedSentence#NONE} where none does. */
    int outcomeVerb = ParsedSentence.NONE;

    /** Whether it is told as done or failed, so that only what is plainly a term is its day. */
    boolean done;

    Draft(int sentence, Construction construction, int triggerFrom, int triggerTo, int act, Strength strength) {
        this.sentence = sentence;
        this.construction = construction;
        this.triggerFrom = triggerFrom;
        this.triggerTo = triggerTo;
        this.act = act;
        this.strength = strength;
    }

    /** The same undertaking of another act: {@code will hire nurses and open wards}. */
    Draft with(int other) {
        Draft draft = new Draft(sentence, construction, triggerFrom, triggerTo, other, strength);
        draft.subject = subject;
        draft.promiser = promiser;
        draft.negated = negated;
        draft.past = past;
        draft.onlyWithDay = onlyWithDay;
        draft.bound = bound;
        draft.outcome = outcome;
        return draft;
    }

    /** Whether it is one only if a day is given for it. */
    boolean needsDay() {
        return switch (construction) {
            case OUTLOOK, PRESENT, DATED -> true;
            case DUTY -> !bound;
            case TIME -> strength != Strength.INTENDED;
            default -> onlyWithDay;
        };
    }

    boolean isTrigger(int token) {
        return token >= triggerFrom && token < triggerTo;
    }
}
