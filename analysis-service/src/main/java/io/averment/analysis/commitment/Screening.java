package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Participants.Kind;
import io.averment.analysis.syntax.ParsedSentence;

/**
 * Tells undertakings from what is worded alike: forecasts that nobody undertakes, weather and markets, what people will feel or
 * know, questions, guesses. Linear in the dependents of a word.
 */
final class Screening {

    private static final int HIGHEST = 4;

    private final WordUses words;
    private final Participants participants;

    Screening(WordUses words, Participants participants) {
        this.words = words;
        this.participants = participants;
    }

    boolean isUndertaking(ParsedSentence sentence, Draft draft) {
        if (draft.construction == Construction.OUTCOME) {
            return true;
        }
        if (draft.subject != NONE && participants.isTime(sentence, draft.subject)) {
            // "promised by Friday", which the tree takes for whoever promised it.
            draft.subject = NONE;
        }
        if (isQuestion(sentence)
                || isParenthesis(sentence, draft)
                || isNobodys(sentence, draft)
                || isGuessed(sentence, draft)
                || isSupposed(sentence, draft)
                || isManaging(sentence, draft)
                || new Credence(sentence, words).isDisbelieved(draft)) {
            return false;
        }
        return switch (draft.construction) {
            case TIME -> isArranged(sentence, draft);
            case OBJECT, DATED ->
                sentence.upos(draft.act).equals("VERB")
                        ? isAct(sentence, draft) && (!sentence.is(draft.act, "advcl") || isSomebody(sentence, draft))
                        : isMatter(sentence, draft) && isSomebody(sentence, draft);
            case UNTIL -> kind(sentence, draft) != Kind.COURSE;
            case INFINITIVE -> isAimedAt(sentence, draft) && isSomebody(sentence, draft) && isResolved(sentence, draft);
            case CLAUSE -> participants.kind(sentence, draft.promiser) == Kind.AGENT || isIt(sentence, draft.promiser);
            case COMPELLED ->
                isAct(sentence, draft)
                        && isBinding(sentence, draft)
                        && (kind(sentence, draft) == Kind.AGENT
                                || isOrdered(sentence, draft)
                                || new Clause(sentence, words).isPassive(draft.act));
            case MODAL, REPORTED, DUTY, OUTLOOK, COPULA, RAISED, PRESENT, HEADLINE ->
                isPromised(sentence, draft)
                        || (isAct(sentence, draft) && isUndertaken(sentence, draft) && isBinding(sentence, draft));
            case OUTCOME -> true;
        };
    }

    /** What a body votes to do is undertaken if it gives a day; what people vote to do may be anything. */
    private boolean isResolved(ParsedSentence sentence, Draft draft) {
        draft.onlyWithDay |= words.is(sentence.lemma(draft.triggerFrom), WordUse.BALLOT);
        return true;
    }

    /** "every school will have a nurse by May, the minister promised": then a state is undertaken as well, with its day. */
    private boolean isPromised(ParsedSentence sentence, Draft draft) {
        if (draft.construction != Construction.MODAL || sentence.dependent(draft.act, "obj") == NONE) {
            return false;
        }
        int promise = sentence.is(draft.act, "ccomp") ? sentence.head(draft.act) : NONE;
        for (int i = sentence.firstDependent(draft.act); promise == NONE && i != NONE; i = sentence.nextDependent(i)) {
            promise = i > draft.act && sentence.is(i, "parataxis") ? i : NONE;
        }
        if (promise == NONE || !words.is(sentence.lemma(promise), WordUse.PROMISING)) {
            return false;
        }
        Clause clause = new Clause(sentence, words);
        int promiser = clause.ownSubject(promise);
        boolean promised = clause.isDone(promise)
                && !clause.isNegated(promise)
                && participants.kind(sentence, promiser) == Kind.AGENT
                && kind(sentence, draft) != Kind.COURSE;
        if (promised) {
            draft.promiser = promiser;
            draft.onlyWithDay |= words.is(sentence.lemma(draft.act), WordUse.STATE);
        }
        return promised;
    }

    /** "ordered the depot to pay": only such as can act are ordered to do something. */
    private boolean isOrdered(ParsedSentence sentence, Draft draft) {
        return kind(sentence, draft) == Kind.THING
                && sentence.upos(draft.subject).equals("NOUN")
                && sentence.dependent(draft.act, "obj") != NONE
                && !words.is(sentence.lemma(draft.subject), WordUse.DEED);
    }

    /** Whether who says that another is to do it can bind: "the regulator told the bank to", and not "his mother told him to". */
    private boolean isBinding(ParsedSentence sentence, Draft draft) {
        int verb = draft.triggerFrom;
        if (!words.is(sentence.lemma(verb), WordUse.SAYING_TO)) {
            return true;
        }
        Clause clause = new Clause(sentence, words);
        boolean passive = draft.construction == Construction.RAISED;
        int who = passive ? clause.agent(verb) : clause.subject(verb);
        draft.onlyWithDay = true;
        return who == NONE ? passive : words.is(sentence.lemma(who), WordUse.AUTHORITY);
    }

    /** Whether a promise is of something rather than made to somebody. */
    private boolean isMatter(ParsedSentence sentence, Draft draft) {
        if (words.is(sentence.lower(draft.act), WordUse.PRO_FORM)
                || (words.is(sentence.lemma(draft.act), WordUse.DEED)
                        && sentence.upos(draft.act).equals("NOUN"))) {
            return true;
        }
        return switch (participants.kind(sentence, draft.act)) {
            case THING, COURSE -> !sentence.upos(draft.act).equals("PRON");
            case AGENT, EMPTY, ADDRESSEE -> false;
        };
    }

    /** What somebody means to do, or a state that is meant to be reached by a day: {@code hopes to have a partner by May}. */
    private boolean isAimedAt(ParsedSentence sentence, Draft draft) {
        boolean act = isAct(sentence, draft);
        draft.onlyWithDay |= !act;
        return act
                || (sentence.upos(draft.act).equals("VERB")
                        && !sentence.lemma(draft.act).equals("do"));
    }

    private boolean isArranged(ParsedSentence sentence, Draft draft) {
        return switch (participants.kind(sentence, draft.act)) {
            case THING -> true;
            case COURSE -> draft.strength != Strength.EXPECTED;
            case AGENT, EMPTY, ADDRESSEE -> false;
        };
    }

    private Kind kind(ParsedSentence sentence, Draft draft) {
        return participants.kind(sentence, draft.subject);
    }

    /** Whether a verb of undertaking has a subject that can undertake; a plan or pledge needs none. */
    private boolean isSomebody(ParsedSentence sentence, Draft draft) {
        boolean noun = sentence.upos(draft.triggerTo - 1).equals("NOUN");
        Kind kind = kind(sentence, draft);
        if (draft.subject != NONE && isNobody(sentence, draft.subject)) {
            return false;
        }
        boolean passive = new Clause(sentence, words).isPassive(draft.triggerTo - 1);
        return (noun || passive)
                ? kind != Kind.COURSE
                : kind == Kind.AGENT || isIt(sentence, draft.subject) || isBody(sentence, draft);
    }

    /** Whether a noun that nothing is known of must stand for a body, since only such vow, agree and intend. */
    private boolean isBody(ParsedSentence sentence, Draft draft) {
        if (draft.subject == NONE
                || draft.construction != Construction.INFINITIVE
                || kind(sentence, draft) != Kind.THING
                || words.is(sentence.lemma(draft.triggerTo - 1), WordUse.LOOSE)) {
            return false;
        }
        String noun = sentence.lemma(draft.subject);
        return sentence.upos(draft.subject).equals("NOUN")
                && !words.is(noun, WordUse.DEED)
                && !words.is(noun, WordUse.UNDERTAKING)
                && !words.is(noun, WordUse.INERT)
                && !words.is(noun, WordUse.INANIMATE);
    }

    /** "nobody will go"; but "nobody will be laid off" is undertaken. */
    private boolean isNobodys(ParsedSentence sentence, Draft draft) {
        return draft.subject != NONE
                && sentence.lower(draft.subject).equals("nobody")
                && (draft.construction == Construction.REPORTED || !new Clause(sentence, words).isPassive(draft.act));
    }

    /** "the mayor, it will be recalled, promised" */
    private static boolean isParenthesis(ParsedSentence sentence, Draft draft) {
        int behind = draft.act + 1;
        int it = draft.triggerFrom - 1;
        return it > 0
                && sentence.lower(it).equals("it")
                && sentence.lower(it - 1).equals(",")
                && sentence.dependent(draft.act, "aux:pass") != NONE
                && behind < sentence.size()
                && sentence.lower(behind).equals(",");
    }

    private boolean isNobody(ParsedSentence sentence, int subject) {
        return words.is(sentence.lower(subject), WordUse.UNNAMED);
    }

    private boolean isIt(ParsedSentence sentence, int subject) {
        return subject != NONE && words.is(sentence.lower(subject), WordUse.THING_PRONOUN);
    }

    private boolean isUndertaken(ParsedSentence sentence, Draft draft) {
        boolean arranged = is(sentence, draft.act, WordUse.ARRANGED) || isStanding(sentence, draft);
        boolean done = new Clause(sentence, words).isPassive(draft.act);
        return switch (kind(sentence, draft)) {
            // "they should pay" is an opinion, unless they are said to expect it.
            case AGENT ->
                draft.construction != Construction.OUTLOOK
                        || draft.reported
                        || done
                        || !words.is(sentence.lower(draft.subject), WordUse.OTHERS);
            case THING ->
                done
                        || isToldAgain(sentence, draft)
                        || (arranged && !isEffect(sentence, draft))
                        || isMoving(sentence, draft);
            case COURSE -> done && draft.strength == Strength.FIRM;
            case EMPTY -> draft.negated && done;
            case ADDRESSEE -> false;
        };
    }

    /** "was to close on Monday, and will now do so in May" */
    private static boolean isToldAgain(ParsedSentence sentence, Draft draft) {
        return sentence.lemma(draft.act).equals("do") && isProForm(sentence, draft.act);
    }

    /** "an election that is expected to leave nobody with a majority" */
    private boolean isEffect(ParsedSentence sentence, Draft draft) {
        return words.is(sentence.lemma(draft.act), WordUse.EFFECT)
                && sentence.dependent(draft.act, "obj") != NONE
                && !isPair(sentence, draft.act, WordUse.ARRANGED);
    }

    /** Whether a thing is told of as if it acted: ships, what "it" stands for, and what should be running by a day. */
    private boolean isMoving(ParsedSentence sentence, Draft draft) {
        return draft.construction == Construction.OUTLOOK
                || (draft.construction == Construction.DUTY && !words.is(sentence.lemma(draft.act), WordUse.EFFECT))
                || (isIt(sentence, draft.subject)
                        && (draft.reported || !words.is(sentence.lemma(draft.act), WordUse.EFFECT))
                        && !(draft.past && draft.construction == Construction.COPULA))
                || words.is(sentence.lemma(draft.subject), WordUse.VEHICLE)
                || (sentence.dependent(draft.act, "obj") != NONE
                        && !words.is(sentence.lemma(draft.act), WordUse.EFFECT)
                        && !words.is(sentence.lemma(draft.subject), WordUse.DEED)
                        && draft.construction != Construction.PRESENT);
    }

    /** Whether a verb tells of something that somebody can do, rather than of a state or a feeling. */
    private boolean isAct(ParsedSentence sentence, Draft draft) {
        String lemma = sentence.lemma(draft.act);
        if (lemma.equals("do") && sentence.dependent(draft.act, "obj") == NONE && !isProForm(sentence, draft.act)) {
            return false;
        }
        if (new Insertion(sentence, words).isMistaken(draft.act)) {
            return true;
        }
        boolean arranged =
                is(sentence, draft.act, WordUse.ARRANGED) || words.is(sentence.lower(draft.act), WordUse.ARRANGED);
        return switch (sentence.upos(draft.act)) {
            case "VERB" -> {
                boolean state =
                        is(sentence, draft.act, WordUse.STATE) && !isPair(sentence, draft.act, WordUse.ARRANGED);
                if (state || isIdle(sentence, draft)) {
                    yield arranged && kind(sentence, draft) != Kind.AGENT && !isIdle(sentence, draft);
                }
                yield true;
            }
            case "ADJ", "ADV" -> arranged;
            case "NOUN" -> isStanding(sentence, draft);
            default -> false;
        };
    }

    /** A verb by itself or with the word behind it: {@code take place}. */
    private boolean is(ParsedSentence sentence, int verb, WordUse use) {
        return words.is(sentence.lemma(verb), use) || isPair(sentence, verb, use);
    }

    private boolean isPair(ParsedSentence sentence, int verb, WordUse use) {
        int next = verb + 1;
        return next < sentence.size() && words.is(sentence.lemma(verb) + '-' + sentence.lower(next), use);
    }

    /** Whether a verb that tells of a deed done to something is told of nothing: {@code the truce will hold}. */
    private boolean isIdle(ParsedSentence sentence, Draft draft) {
        return words.is(sentence.lemma(draft.act), WordUse.DEED_WITH_OBJECT)
                && sentence.dependent(draft.act, "obj", "ccomp", "xcomp") == NONE
                && (kind(sentence, draft) != Kind.AGENT || sentence.right(draft.act) <= draft.act + 1)
                && !new Clause(sentence, words).isPassive(draft.act);
    }

    /** "in place", "in service": with a day it is what somebody sees to. */
    private boolean isStanding(ParsedSentence sentence, Draft draft) {
        boolean standing = sentence.dependent(draft.act, "cop") != NONE
                && sentence.dependent(draft.act, "case") != NONE
                && words.is(sentence.lemma(draft.act), WordUse.STANDING);
        draft.onlyWithDay |= standing;
        return standing;
    }

    /** "to do so" tells again what was told before. */
    private static boolean isProForm(ParsedSentence sentence, int verb) {
        return verb + 1 < sentence.size() && sentence.lower(verb + 1).equals("so");
    }

    private static boolean isQuestion(ParsedSentence sentence) {
        for (int i = sentence.size() - 1; i >= 0 && sentence.isPunctuation(i); i--) {
            if (sentence.lower(i).startsWith("?")) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody will manage is a forecast: {@code will not meet its goal}. */
    private boolean isManaging(ParsedSentence sentence, Draft draft) {
        int object = draft.construction != Construction.MODAL
                ? NONE
                : new Clause(sentence, words).isPassive(draft.act)
                        ? draft.subject
                        : sentence.dependent(draft.act, "obj");
        boolean goal = object != NONE
                && (words.is(sentence.lemma(object), WordUse.UNDERTAKING)
                        || sentence.lower(object).equals("it"));
        return goal && words.is(sentence.lemma(draft.act), WordUse.ATTAINING);
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

    /** Whether the act stands in a clause that only supposes or asks: {@code if they go}, {@code who would pay}. */
    private boolean isSupposed(ParsedSentence sentence, Draft draft) {
        // "intends, if talks fail, to close": the condition is that of the act, which is none itself.
        boolean inserted = draft.construction == Construction.INFINITIVE
                && sentence.lower(draft.triggerTo).equals(",");
        int at = inserted ? NONE : draft.act;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (isSupposing(sentence, at)) {
                return true;
            }
            boolean climbs = sentence.is(at, "xcomp") || sentence.is(at, "conj") || draft.isTrigger(sentence.head(at));
            at = climbs ? sentence.head(at) : NONE;
        }
        return isSupposing(sentence, draft.triggerTo - 1);
    }

    private boolean isSupposing(ParsedSentence sentence, int verb) {
        boolean relative = sentence.isKindOf(verb, "acl");
        if (new Inversion(sentence, words).hasInversion(verb)) {
            return true;
        }
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            boolean asking = !relative && isAsking(sentence, i);
            String word = sentence.lower(i);
            boolean supposing =
                    sentence.is(i, "mark") && (words.is(word, WordUse.SUPPOSING) || words.is(word, WordUse.TEMPORAL));
            if (asking || supposing) {
                return true;
            }
        }
        return false;
    }

    private boolean isAsking(ParsedSentence sentence, int token) {
        return words.is(sentence.lower(token), WordUse.ASKING) && !sentence.isKindOf(token, "obl");
    }
}
