package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Participants.Kind;
import io.averment.analysis.syntax.ParsedSentence;

/**
 * Tells undertakings from what is worded alike: forecasts that nobody undertakes, weather and markets, what people will feel or
 * know, questions, guesses. Linear in the dependents of a word.
 */
final class Screening {

    private final WordUses words;
    private final Participants participants;

    Screening(WordUses words, Participants participants) {
        this.words = words;
        this.participants = participants;
    }

    boolean isUndertaking(ParsedSentence sentence, Draft draft) {
        if (isQuestion(sentence) || isGuessed(sentence, draft) || isSupposed(sentence, draft)) {
            return false;
        }
        return switch (draft.construction) {
            case TIME -> isDeed(sentence, draft.act);
            case OBJECT -> sentence.upos(draft.act).equals("VERB") ? isAct(sentence, draft) : isDeed(sentence, draft.act);
            case UNTIL -> kind(sentence, draft) != Kind.COURSE;
            case INFINITIVE -> isUndertakenBySubject(sentence, draft);
            case MODAL, REPORTED, COPULA, RAISED, CLAUSE -> isAct(sentence, draft) && isUndertaken(sentence, draft);
        };
    }

    private Kind kind(ParsedSentence sentence, Draft draft) {
        return participants.kind(sentence, draft.subject);
    }

    private boolean isUndertakenBySubject(ParsedSentence sentence, Draft draft) {
        boolean noun = sentence.upos(draft.triggerTo - 1).equals("NOUN");
        Kind kind = kind(sentence, draft);
        return isAct(sentence, draft) && (noun ? kind != Kind.COURSE : kind == Kind.AGENT || isIt(sentence, draft.subject));
    }

    private static boolean isIt(ParsedSentence sentence, int subject) {
        return subject != NONE
                && (sentence.lower(subject).equals("it") || sentence.lower(subject).equals("which"));
    }

    private boolean isUndertaken(ParsedSentence sentence, Draft draft) {
        boolean passive = new Clause(sentence).isPassive(draft.act);
        return switch (kind(sentence, draft)) {
            case AGENT -> true;
            case THING -> passive || words.is(sentence.lemma(draft.act), WordUse.ARRANGED);
            case COURSE, EMPTY, ADDRESSEE -> false;
        };
    }

    /** Whether a verb tells of something that somebody can do, rather than of a state or a feeling. */
    private boolean isAct(ParsedSentence sentence, Draft draft) {
        String lemma = sentence.lemma(draft.act);
        return switch (sentence.upos(draft.act)) {
            case "VERB" -> !words.is(lemma, WordUse.STATE) || words.is(lemma, WordUse.ARRANGED);
            case "ADJ", "ADV" -> words.is(lemma, WordUse.ARRANGED);
            default -> false;
        };
    }

    private boolean isDeed(ParsedSentence sentence, int noun) {
        return participants.kind(sentence, noun) != Kind.COURSE && participants.kind(sentence, noun) != Kind.EMPTY;
    }

    private static boolean isQuestion(ParsedSentence sentence) {
        for (int i = sentence.size() - 1; i >= 0 && sentence.isPunctuation(i); i--) {
            if (sentence.lower(i).startsWith("?")) {
                return true;
            }
        }
        return false;
    }

    /** "will probably close" */
    private boolean isGuessed(ParsedSentence sentence, Draft draft) {
        return hasGuess(sentence, draft.act) || hasGuess(sentence, draft.triggerTo - 1);
    }

    private boolean hasGuess(ParsedSentence sentence, int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            if (sentence.is(i, "advmod") && words.is(sentence.lower(i), WordUse.GUESS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the act itself stands in a clause that only supposes it: {@code if they will go}. */
    private boolean isSupposed(ParsedSentence sentence, Draft draft) {
        return isSupposed(sentence, draft.act) || isSupposed(sentence, draft.triggerTo - 1);
    }

    private boolean isSupposed(ParsedSentence sentence, int verb) {
        int mark = marker(sentence, verb);
        return mark != NONE
                && (words.is(sentence.lower(mark), WordUse.CONDITION)
                        || sentence.lower(mark).equals("whether"));
    }

    private static int marker(ParsedSentence sentence, int verb) {
        return sentence.dependent(verb, "mark");
    }
}
