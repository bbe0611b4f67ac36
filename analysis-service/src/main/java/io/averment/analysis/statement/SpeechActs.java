package io.averment.analysis.statement;

import io.averment.analysis.syntax.ParsedSentence;

/** Tells what is done in saying something, from the cue, the slot that it fills and its negation. */
final class SpeechActs {

    private SpeechActs() {}

    static SpeechAct of(ParsedText text, Draft draft) {
        Cue cue = draft.cue;
        if (cue == null) {
            return isQuestion(text, draft) ? SpeechAct.ASKS : SpeechAct.ASSERTS;
        }
        SpeechAct act = cue.act(draft.slot, draft.preposition);
        return isNegated(text, draft) ? negated(act) : act;
    }

    /** Whether what is said is wanted or undertaken, so that a past day beside it is that of saying. */
    static boolean isOfWhatIsToCome(Draft draft) {
        Cue cue = draft.cue;
        if (cue == null) {
            return false;
        }
        return switch (cue.act(draft.slot, draft.preposition)) {
            case PROMISES, DEMANDS, PROPOSES -> true;
            case ASSERTS, DENIES, WARNS, ACCUSES, CONFIRMS, DECLINES, ASKS, JUDGES, HOLDS, UNKNOWN -> false;
        };
    }

    private static boolean isQuestion(ParsedText text, Draft draft) {
        int end = draft.end();
        while (end > draft.start() && "\"”’' ".indexOf(text.text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > draft.start() && text.text.charAt(end - 1) == '?';
    }

    /** Who does not say, confirm or deny declines to; who does not promise or warn has said nothing yet. */
    private static SpeechAct negated(SpeechAct act) {
        return switch (act) {
            case ASSERTS, CONFIRMS, DENIES, DECLINES -> SpeechAct.DECLINES;
            case HOLDS, JUDGES -> act;
            case PROMISES, DEMANDS, WARNS, ACCUSES, PROPOSES, ASKS, UNKNOWN -> SpeechAct.UNKNOWN;
        };
    }

    private static boolean isNegated(ParsedText text, Draft draft) {
        ParsedSentence sentence = text.sentences.get(draft.sentence);
        int cue = draft.token;
        for (int i = sentence.firstDependent(cue); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (i < cue
                    && sentence.is(i, "advmod")
                    && !text.isQuoted(sentence.start(i))
                    && text.words.is(sentence.lower(i), StatementWords.Kind.NEGATION)) {
                return true;
            }
        }
        return false;
    }
}
