package io.averment.analysis.statement;

import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;

/** Tells who speaks where the one who reports only cites him. For one sentence; linear in the dependents of a cue. */
final class Citations {

    private final ParsedText text;
    private final ParsedSentence sentence;
    private final CueLexicon lexicon;
    private final Media media;
    private final PhraseReading phrases;

    Citations(ParsedText text, ParsedSentence sentence, CueLexicon lexicon, Media media) {
        this.text = text;
        this.sentence = sentence;
        this.lexicon = lexicon;
        this.media = media;
        this.phrases = new PhraseReading(text, sentence);
    }

    /**
     * {@code X reported, citing Y, that ...} and {@code X quoted Y as saying ...}: Y speaks, and X, unless it is somebody who says so
     * himself, passes it on.
     */
    void takeCited(Draft draft) {
        int verb = sentence.head(draft.token);
        if (isQuoting(draft.token)) {
            int cited = sentence.dependent(verb, "obj", "nsubj:pass");
            int passing = sentence.dependent(verb, "nsubj");
            if (cited != ParsedSentence.NONE) {
                draft.source = phrases.phrase(cited);
                draft.passedOnBy = passing == ParsedSentence.NONE ? null : phrases.phrase(passing);
                draft.isImpersonal = false;
            }
            return;
        }
        Source source = draft.source;
        int subject = sentence.dependent(draft.token, "nsubj");
        int cited = cited(draft.token);
        if (cited == ParsedSentence.NONE && subject != ParsedSentence.NONE) {
            cited = cited(subject);
        }
        boolean passesOn = text.words.is(sentence.lemma(draft.token), Kind.PASSING_ON)
                || (source != null && media.isOutlet(source.named().of(text.text)));
        if (cited != ParsedSentence.NONE && passesOn) {
            draft.passedOnBy = source;
            draft.source = phrases.phrase(cited);
        }
    }

    /** Whom something below a word cites; {@link ParsedSentence#NONE} when it cites nobody. */
    private int cited(int word) {
        for (int i = sentence.firstDependent(word); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if ((sentence.is(i, "advcl") || sentence.is(i, "acl")) && text.words.is(sentence.lower(i), Kind.CITING)) {
                return sentence.dependent(i, "obj");
            }
        }
        return ParsedSentence.NONE;
    }

    /** Whether a participle is what somebody is quoted with: {@code quoted as saying}. */
    private boolean isQuoting(int token) {
        int verb = sentence.head(token);
        int mark = sentence.dependent(token, "mark", "case");
        return verb != ParsedSentence.NONE
                && verb < token
                && sentence.xpos(token).equals("VBG")
                && mark != ParsedSentence.NONE
                && sentence.lower(mark).equals("as")
                && text.words.is(sentence.lemma(verb), Kind.QUOTING);
    }

    /** Whether a cue only names who speaks, whose words another cue tells of: {@code citing officials}, {@code quoted him as saying}. */
    boolean isNaming(Draft draft) {
        int token = draft.token;
        if (sentence.xpos(token).equals("VBG")
                && text.words.is(sentence.lower(token), Kind.CITING)
                && (draft.slot == Slot.OBJECT || draft.slot == Slot.PREDICATE)) {
            return true;
        }
        for (int i = sentence.firstDependent(token); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (isQuoting(i) && lexicon.cue(sentence, i) != null) {
                return true;
            }
        }
        return false;
    }
}
