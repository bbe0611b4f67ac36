package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** Finds the act that hangs on a verb or noun of undertaking. Linear in the dependents of the word. */
final class WordReading {

    private final TriggerLexicon lexicon;
    private final ParsedSentence sentence;
    private final int number;
    private final Clause clause;
    private final WordUses uses;

    WordReading(TriggerLexicon lexicon, WordUses uses, ParsedSentence sentence, int number, Clause clause) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.number = number;
        this.clause = clause;
        this.uses = uses;
    }

    /** The undertaking that a verb or noun tells of; null when it tells of none. */
    @Nullable
    Draft of(int token, Trigger trigger) {
        boolean noun = sentence.upos(token).equals("NOUN");
        if (!noun && isUnreal(token, trigger)) {
            return null;
        }
        for (Construction construction : trigger.constructions()) {
            int act = switch (construction) {
                case INFINITIVE -> infinitive(token, noun, trigger);
                case CLAUSE -> reportedVerb(token);
                case COMPELLED -> compelled(token);
                case OBJECT -> trigger.negative() && !noun ? ruledOut(token) : deed(token, noun);
                case DATED -> dated(token);
                case MODAL, REPORTED, DUTY, OUTLOOK, COPULA, RAISED, TIME, UNTIL, PRESENT, HEADLINE, OUTCOME -> NONE;
            };
            if (act != NONE) {
                return drafted(construction, token, act, trigger);
            }
        }
        int behind = behindPreposition(token, noun, trigger);
        return behind == NONE ? null : drafted(Construction.OBJECT, token, behind, trigger);
    }

    private int infinitive(int token, boolean noun, Trigger trigger) {
        if (!noun && clause.isPassive(token)) {
            return NONE;
        }
        int verb = clause.infinitiveOf(token);
        if (verb == NONE && trigger.strength() == Strength.EXPECTED && !noun) {
            verb = expected(token);
        }
        if (verb == NONE) {
            return noun ? clause.infinitiveBeside(token) : clause.laterInfinitive(token);
        }
        int subject = sentence.lastSubject(verb);
        boolean another = !noun && (subject > token || clause.hasObjectBetween(token, verb));
        // "expects the road to be finished": what it answers for.
        return another && !(trigger.strength() == Strength.EXPECTED && clause.isPassive(verb)) ? NONE : verb;
    }

    /** "expects the road to be finished", where the tree hangs the passive on the verb beside its object. */
    private int expected(int token) {
        if (sentence.dependent(token, "obj") == NONE) {
            return NONE;
        }
        for (int i = sentence.firstDependent(token); i != NONE; i = sentence.nextDependent(i)) {
            if (i > token && sentence.is(i, "advcl") && clause.hasTo(i) && clause.isPassive(i)) {
                return i;
            }
        }
        return NONE;
    }

    /** The verb that somebody else is made to do; a passive is read as {@link Construction#RAISED}. */
    private int compelled(int token) {
        int verb = clause.isPassive(token) ? NONE : clause.infinitiveOf(token);
        for (int i = sentence.firstDependent(token); verb == NONE && i != NONE; i = sentence.nextDependent(i)) {
            verb = i > token && sentence.is(i, "advcl") && clause.hasTo(i) ? i : NONE;
        }
        return verb != NONE && clause.hasObjectBetween(token, verb) ? verb : verb == NONE ? subjunctive(token) : NONE;
    }

    /** "ordered that the fund be wound up": the verb of the clause, without a tense. */
    private int subjunctive(int token) {
        int verb = sentence.dependent(token, "ccomp");
        if (verb < token || sentence.dependent(verb, "mark") == NONE || clause.ownSubject(verb) == NONE) {
            return NONE;
        }
        boolean bare = sentence.xpos(verb).equals("VB");
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.upos(i).equals("AUX")) {
                bare = sentence.lower(i).equals("be");
                break;
            }
        }
        return bare ? verb : NONE;
    }

    private int deed(int token, boolean noun) {
        boolean clausal = sentence.dependent(token, "ccomp") != NONE;
        if (noun || clausal || sentence.is(token, "amod")) {
            return NONE;
        }
        int object = NONE;
        // "promised the families an answer": the last is what is promised.
        for (int i = sentence.firstDependent(token); i != NONE; i = sentence.nextDependent(i)) {
            object = sentence.is(i, "obj") ? i : object;
        }
        if (object == NONE && clause.isPassive(token)) {
            object = clause.ownSubject(token);
        }
        boolean proForm = object > token && uses.is(sentence.lower(object), WordUse.PRO_FORM);
        return object != NONE && (isDeed(object) || proForm) ? object : NONE;
    }

    /** What is not to be done, by its noun or its gerund: {@code ruled out a strike}, {@code ruled out raising fares}. */
    private int ruledOut(int token) {
        int behind = token + 2;
        boolean gerund = behind < sentence.size()
                && sentence.xpos(behind).equals("VBG")
                && sentence.head(behind) == token
                && !clause.isPassive(token);
        return gerund ? behind : deed(token, false);
    }

    /** The event that is given a day: {@code set the trial for May}. */
    private int dated(int token) {
        int deed = clause.isPassive(token) ? NONE : deed(token, false);
        return deed != NONE && uses.is(sentence.lemma(deed), WordUse.DEED) ? deed : NONE;
    }

    private boolean isDeed(int object) {
        return switch (sentence.upos(object)) {
            case "NOUN", "SYM", "NUM" -> true;
            default -> false;
        };
    }

    /** Null where somebody is said not to have promised, which is no promise not to. */
    private @Nullable Draft drafted(Construction construction, int token, int act, Trigger trigger) {
        boolean noun = sentence.upos(token).equals("NOUN");
        if (!noun
                && construction == Construction.INFINITIVE
                && trigger.strength() == Strength.FIRM
                && !trigger.negative()
                && clause.isNegated(token)) {
            return null;
        }
        Draft draft = new Draft(number, construction, token, token + 1, act, trigger.strength());
        if (construction == Construction.CLAUSE) {
            draft.subject = clause.subject(act);
            draft.promiser = noun ? new Ownership(sentence, uses, clause).owner(token) : clause.subject(token);
        } else if (construction == Construction.COMPELLED) {
            draft.subject = clause.addressed(token, act);
            draft.onlyWithDay = uses.is(sentence.lemma(token), WordUse.SAYING_TO);
        } else if (noun) {
            draft.subject = new Ownership(sentence, uses, clause).owner(token);
        } else {
            // "is committed to closing": the passive tells a state of its subject.
            boolean state = construction == Construction.OBJECT && !sentence.is(act, "obj");
            draft.subject = clause.isPassive(token) && !state ? clause.agent(token) : clause.subject(token);
        }
        draft.negated = clause.isNegated(act) || (noun ? isNone(token) : clause.isNegated(token));
        draft.negated ^= trigger.negative();
        draft.past = clause.isPastPerfect(token);
        return draft;
    }

    /** "no plans to go" */
    private boolean isNone(int noun) {
        int determiner = sentence.dependent(noun, "det");
        return determiner != NONE && sentence.lower(determiner).equals("no");
    }

    /**
     * What is asked for, possible or only wished has not been undertaken: {@code could agree to}, {@code asked to pledge}; nor does
     * anything follow from what had only been meant: {@code had planned to}.
     */
    private boolean isUnreal(int verb, Trigger trigger) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.isKindOf(i, "aux")) {
                Trigger modal = lexicon.form(sentence, i);
                boolean will = modal != null && modal.takes(Construction.MODAL);
                if (sentence.xpos(i).equals("MD") && !will) {
                    return true;
                }
            }
        }
        int head = sentence.head(verb);
        boolean tried = sentence.is(verb, "xcomp") && head != NONE && uses.is(sentence.lemma(head), WordUse.TRYING);
        boolean infinitive = clause.hasTo(verb) && (tried || !sentence.is(verb, "xcomp"));
        return infinitive || (trigger.strength() != Strength.FIRM && clause.isPastPerfect(verb));
    }

    private int reportedVerb(int token) {
        for (int i = sentence.firstDependent(token); i != NONE; i = sentence.nextDependent(i)) {
            boolean content = sentence.is(i, "ccomp") || sentence.is(i, "acl");
            if (content && i > token && hasModal(i)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean hasModal(int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.is(i, "aux")) {
                Trigger modal = lexicon.form(sentence, i);
                if (modal != null && (modal.takes(Construction.MODAL) || modal.takes(Construction.REPORTED))) {
                    return true;
                }
            }
        }
        return false;
    }

    private int behindPreposition(int token, boolean noun, Trigger trigger) {
        int next = token + 2;
        if (next < sentence.size()
                && sentence.xpos(next).equals("VBG")
                && trigger.prepositions().contains(sentence.lower(token + 1))) {
            return next;
        }
        for (int i = sentence.firstDependent(token); i != NONE; i = sentence.nextDependent(i)) {
            if (i > token) {
                int mark = sentence.dependent(i, "case", "mark");
                boolean introduced =
                        mark != NONE && mark > token && trigger.prepositions().contains(sentence.lower(mark));
                // What a plan is "for" is an act only as a gerund.
                if (introduced
                        && !sentence.upos(i).equals("PROPN")
                        && (!noun
                                || sentence.lower(mark).equals("of")
                                || sentence.xpos(i).equals("VBG"))) {
                    return i;
                }
            }
        }
        return NONE;
    }
}
