package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** Tells cues that are used without telling of anyone's words. For one sentence; linear in the dependents of a cue. */
final class IdleCues {

    private final ParsedText text;
    private final ParsedSentence sentence;
    private final CueLexicon lexicon;

    IdleCues(ParsedText text, ParsedSentence sentence, CueLexicon lexicon) {
        this.text = text;
        this.sentence = sentence;
        this.lexicon = lexicon;
    }

    /** Whether a cue is used without telling of anyone's words: by someone quoted, as a mere wish, about nobody. */
    boolean isIdle(Draft draft) {
        Cue cue = draft.cue;
        Source source = draft.source;
        int token = draft.token;
        if (isDeclined(token) || isOfNobody(token, source) || isOfNothing(draft)) {
            return true;
        }
        if (cue == null || cue.role().mayFollow()) {
            boolean noun = draft.slot == Slot.OBJECT || draft.slot == Slot.PREPOSITION;
            return draft.quotedCue || (noun && hasTo(token));
        }
        return draft.quotedCue
                || sentence.is(token, "ccomp")
                || (cue.role() == Cue.Role.NOMINAL && source == null)
                || hasTo(token)
                || (cue.role() == Cue.Role.ATTITUDE && source != null && source.isPronoun() && isFirstPerson(token));
    }

    /** Whether nobody is said to speak: {@code no one confirmed}, {@code neither of them said}. */
    private boolean isOfNobody(int token, @Nullable Source source) {
        int subject = sentence.lastSubject(token);
        boolean negated =
                subject != ParsedSentence.NONE && text.words.is(sentence.lower(sentence.left(subject)), Kind.NOBODY);
        return negated || (source != null && text.isNobody(source.named()));
    }

    /** Whether a pronoun or question word alone is all that is reported: {@code said nothing}, {@code what he had said}. */
    private boolean isOfNothing(Draft draft) {
        if (draft.content.size() != 1 || draft.slot == Slot.AROUND) {
            return false;
        }
        Span only = draft.content.getFirst();
        int token = sentence.tokenAt(only.start());
        String xpos = sentence.xpos(token);
        return sentence.end(token) == only.end()
                && (xpos.startsWith("PRP")
                        || xpos.startsWith("W")
                        || text.words.is(sentence.lower(token), Kind.NOBODY));
    }

    /** What someone declines to say is not said. */
    private boolean isDeclined(int token) {
        int verb = sentence.is(token, "xcomp") ? sentence.head(token) : ParsedSentence.NONE;
        Cue declining = verb == ParsedSentence.NONE ? null : lexicon.cue(sentence, verb);
        return declining != null && declining.act() == SpeechAct.DECLINES;
    }

    private boolean hasTo(int token) {
        for (int i = sentence.firstDependent(token);
                i != ParsedSentence.NONE && i < token;
                i = sentence.nextDependent(i)) {
            if (sentence.is(i, "mark") && sentence.lower(i).equals("to")) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirstPerson(int token) {
        int subject = sentence.dependent(token, "nsubj");
        return subject != ParsedSentence.NONE && text.words.is(sentence.lower(subject), Kind.FIRST_OR_SECOND_PERSON);
    }
}
