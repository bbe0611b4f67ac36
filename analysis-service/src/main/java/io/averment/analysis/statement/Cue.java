package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word that says that someone said, thought or wanted something.
 *
 * @param role how it goes together with quotations
 * @param act what is done in saying it, where the slot does not say otherwise
 * @param slots where what was said may stand
 * @param prepositions of {@link Slot#PREPOSITION}
 * @param acts what is done, by slots and prepositions in lower case that mean something of their own: {@code call for}
 */
record Cue(Role role, SpeechAct act, Set<Slot> slots, Set<String> prepositions, Map<String, SpeechAct> acts) {

    /** How a cue goes together with quotations and with those who hear it. */
    enum Role {
        /** What was said is all it takes; it introduces quotations: {@code said}. */
        SPEECH,
        /** Takes the one addressed as well: {@code told reporters}. */
        ADDRESSED,
        /** Takes the thing judged; introduces a quoted fragment, but never follows a quotation: {@code called it}. */
        JUDGEMENT,
        /** Tells of words without introducing them: {@code announced a ban}. */
        REPORT,
        /** Tells of a mind: {@code believes}, {@code supports}. */
        ATTITUDE,
        /** A noun or adjective: {@code the claim that}, {@code critical of}. */
        NOMINAL;

        boolean mayIntroduce() {
            return this == SPEECH || this == ADDRESSED || this == JUDGEMENT;
        }

        boolean mayFollow() {
            return this == SPEECH || this == ADDRESSED;
        }
    }

    Cue {
        slots = Set.copyOf(slots);
        prepositions = Set.copyOf(prepositions);
        acts = Map.copyOf(acts);
    }

    /** What is done in saying what stands in a slot; null for a quotation that fills none. */
    SpeechAct act(@Nullable Slot slot, String preposition) {
        if (slot == null) {
            return act;
        }
        String name = slot == Slot.PREPOSITION ? preposition : slot.name().toLowerCase(Locale.ROOT);
        return acts.getOrDefault(name, act);
    }

    boolean takes(Candidate candidate) {
        return candidate.slot() == Slot.PREPOSITION
                ? prepositions.contains(candidate.preposition())
                : slots.contains(candidate.slot());
    }

    /** The cue with its auxiliaries, negation and adverbs directly before it. */
    static Span span(ParsedSentence sentence, int token) {
        int from = token;
        while (from > 0 && belongs(sentence, from - 1, token)) {
            from--;
        }
        return sentence.span(from, token + 1);
    }

    private static boolean belongs(ParsedSentence sentence, int token, int cue) {
        return sentence.head(token) == cue
                && (sentence.isKindOf(token, "aux")
                        || (sentence.is(token, "advmod") && sentence.upos(token).equals("ADV"))
                        || sentence.upos(token).equals("PART"));
    }
}
