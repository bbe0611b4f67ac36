package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Phrases.Phrase;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a sentence says became of an undertaking: of one that it tells itself, of a deed that it names, or, where it only says
 * "the deadline" or "that", of the one told last. Linear in the sentence.
 */
final class OutcomeReading {

    /** What a verb of outcome is said of. */
    enum Scope {
        OWN,
        DEED,
        ANY
    }

    /** What a verb of outcome tells. */
    record Telling(Scope scope, Outcome outcome) {}

    private static final int HIGHEST = 8;

    private final Phrases<Telling> verbs;
    private final WordUses words;
    private final Participants participants;
    private final ParsedText text;

    OutcomeReading(Phrases<Telling> verbs, WordUses words, Participants participants, ParsedText text) {
        this.verbs = verbs;
        this.words = words;
        this.participants = participants;
        this.text = text;
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Phrases<Telling> loadVerbs() {
        KnowledgeFile file = KnowledgeFile.load("commitment-outcomes.tsv");
        return new Phrases<>(file, (field, line) -> {
            String[] parts = field.split(" ", -1);
            if (parts.length != 2) {
                throw file.fault(line, "'" + field + "' is no scope and outcome");
            }
            return new Telling(
                    file.constant(Scope.class, parts[0], line), file.constant(Outcome.class, parts[1], line));
        });
    }

    /**
     * Marks the undertakings of a sentence and adds the deeds whose outcome it tells.
     *
     * @param drafts of the sentence
     * @param told undertakings of the sentences before, the last at the end
     */
    void read(int number, List<Draft> drafts, List<Draft> told) {
        ParsedSentence sentence = text.sentences.get(number);
        Clause clause = new Clause(sentence, words);
        for (int i = 0; i < sentence.size(); i++) {
            Phrase<Telling> phrase = sentence.upos(i).equals("VERB") ? phrase(sentence, i) : null;
            if (phrase != null && isTold(sentence, clause, i, phrase.meaning().outcome())) {
                Outcome outcome = outcome(clause, i, phrase.meaning().outcome());
                int thing = thing(sentence, clause, i, phrase.words());
                if (outcome != null
                        && thing != NONE
                        && isUndertaken(sentence, i, thing, phrase.meaning().scope())) {
                    mark(number, i, thing, outcome, phrase, drafts, told);
                }
            }
        }
    }

    /** A verb with its particle beside it, or behind its object: {@code put off the vote}, {@code put that off}. */
    private @Nullable Phrase<Telling> phrase(ParsedSentence sentence, int verb) {
        Phrase<Telling> phrase = verbs.atLemma(sentence, verb);
        int particle = sentence.dependent(verb, "compound:prt", "advmod");
        return phrase != null || particle == NONE || particle < verb
                ? phrase
                : verbs.of(List.of(sentence.lemma(verb), sentence.lower(particle)));
    }

    /** Whether it has happened or is announced, rather than wished or feared; what will be kept is not kept yet. */
    private boolean isTold(ParsedSentence sentence, Clause clause, int verb, Outcome outcome) {
        boolean modal = false;
        boolean bare = false;
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            bare |= sentence.lower(i).equals("be");
            if (sentence.xpos(i).equals("MD")) {
                modal = true;
                boolean will =
                        sentence.lower(i).equals("will") || sentence.lower(i).equals("would");
                if (!will || outcome == Outcome.MET || outcome == Outcome.MISSED) {
                    return false;
                }
            }
        }
        int mark = sentence.dependent(verb, "mark");
        boolean supposed = mark != NONE && words.is(sentence.lower(mark), WordUse.SUPPOSING);
        if (supposed) {
            return false;
        }
        if (clause.hasTo(verb)) {
            // Who hopes or is urged to keep a promise has not kept it; who failed to has broken it.
            boolean done = outcome != Outcome.MET && outcome != Outcome.MISSED;
            return sentence.is(verb, "xcomp") && (done || clause.isFailing(verb));
        }
        // "recommended that the vote be put off"
        return modal || (!bare && !(outcome == Outcome.MOVED && isState(sentence, verb)));
    }

    /** "The flight is delayed": without a new day or a length that is how it stands, and nothing that was undertaken. */
    private static boolean isState(ParsedSentence sentence, int verb) {
        int be = sentence.dependent(verb, "aux:pass", "cop");
        boolean present = be != NONE
                && be < verb
                && sentence.xpos(be).startsWith("VB")
                && !sentence.xpos(be).equals("VBD");
        boolean perfect = sentence.dependent(verb, "aux") != NONE;
        boolean told = false;
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            told |= i > verb && (sentence.isKindOf(i, "obl") || sentence.is(i, "advcl"));
        }
        return present && !perfect && !told;
    }

    /** What will be scrapped some day need not have been undertaken, unless it is a plan or a deed by its noun. */
    private boolean isUndertaken(ParsedSentence sentence, int verb, int thing, Scope scope) {
        boolean ahead = false;
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            ahead |= sentence.xpos(i).equals("MD");
        }
        String noun = sentence.lemma(thing);
        return !ahead || scope != Scope.ANY || words.is(noun, WordUse.UNDERTAKING) || words.is(noun, WordUse.DEED);
    }

    private static @Nullable Outcome outcome(Clause clause, int verb, Outcome outcome) {
        if (clause.isYet(verb)) {
            return null;
        }
        if (!clause.isNegated(verb) && !clause.isFailing(verb)) {
            return outcome;
        }
        return outcome == Outcome.MET ? Outcome.MISSED : null;
    }

    /** The noun that a verb of outcome is said of. */
    private int thing(ParsedSentence sentence, Clause clause, int verb, List<String> phrase) {
        String last = phrase.getLast();
        int size = phrase.size();
        for (int i = sentence.firstDependent(verb); size > 1 && i != NONE; i = sentence.nextDependent(i)) {
            if (i < verb + size || !clause.isNominal(i)) {
                continue;
            }
            int mark = sentence.dependent(i, "case");
            boolean introduced = mark == verb + size - 1 && sentence.lower(mark).equals(last);
            // The tree may take a particle for a preposition.
            if (introduced || (mark == NONE && sentence.left(i) == verb + size)) {
                return i;
            }
        }
        if (clause.isPassive(verb)) {
            // A law that was passed is over with nothing.
            return words.is(sentence.lemma(verb), WordUse.EXPIRING) ? NONE : clause.subject(verb);
        }
        int object = words.is(sentence.lemma(verb), WordUse.EXPIRING) ? NONE : sentence.dependent(verb, "obj");
        if (object == NONE && sentence.dependent(verb, "aux:pass") == NONE) {
            object = shifted(sentence, verb);
        }
        return object != NONE
                ? object
                : sentence.xpos(verb).equals("VBN") && sentence.isKindOf(verb, "acl")
                        ? sentence.head(verb)
                        : told(sentence, clause, verb);
    }

    /** An object behind its day: {@code brought forward to March the sale of its half}; NONE when there is none. */
    private int shifted(ParsedSentence sentence, int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            boolean behind = i > verb
                    && sentence.is(i, "obl")
                    && sentence.upos(i).equals("NOUN")
                    && sentence.dependent(i, "case") == NONE
                    && sentence.dependent(i, "det", "nmod:poss") != NONE
                    && !participants.isTime(sentence, i);
            if (behind && sentence.left(i) > 0 && participants.isTime(sentence, sentence.left(i) - 1)) {
                return i;
            }
        }
        return NONE;
    }

    /** The subject of a verb that tells of it what became of it: {@code the opening slipped}, {@code the deadline passed}. */
    private int told(ParsedSentence sentence, Clause clause, int verb) {
        int subject = clause.subject(verb);
        String lemma = sentence.lemma(verb);
        boolean expires =
                words.is(lemma, WordUse.EXPIRING) && subject != NONE && words.is(sentence.lemma(subject), WordUse.TERM);
        return expires || words.is(lemma, WordUse.INTRANSITIVE) ? subject : NONE;
    }

    private void mark(
            int number,
            int verb,
            int thing,
            Outcome outcome,
            Phrase<Telling> phrase,
            List<Draft> drafts,
            List<Draft> told) {
        ParsedSentence sentence = text.sentences.get(number);
        boolean own = words.is(sentence.lemma(thing), WordUse.UNDERTAKING);
        boolean stands = isProForm(sentence, thing);
        drafts.removeIf(draft -> draft.act == verb && draft.construction == Construction.PRESENT);
        Draft here = inside(sentence, thing, drafts);
        if (here == null && outcome == Outcome.MOVED) {
            // "the trial, which was postponed, opens on Monday"
            here = of(thing, verb, drafts);
        }
        if (here != null && here.construction == Construction.TIME && outcome == Outcome.MOVED) {
            // "planned for May, has been postponed to June": the new day counts.
            drafts.remove(here);
            addDeed(number, verb, thing, outcome, phrase, drafts);
        } else if (here != null && isOfDeed(sentence, here, thing, outcome)) {
            // "the summit, which was to be held in June, has been put off": it is the summit that was.
            drafts.remove(here);
            addDeed(number, verb, thing, outcome, phrase, drafts);
        } else if (here != null) {
            give(here, sentence, verb, outcome);
        } else if (own && contents(sentence, thing) != NONE) {
            addDeed(number, verb, contents(sentence, thing), outcome, phrase, drafts);
        } else if (own || stands) {
            Draft before = Told.last(text, number, thing, drafts, told);
            if (before != null && before.sentence == number && isPreceding(sentence, verb, before)) {
                // "will open in June, two years after the deadline was missed": that was another.
                return;
            }
            if (before != null) {
                before.outcome = outcome;
            } else if (outcome == Outcome.MET) {
                addKept(number, verb, thing, drafts);
            }
        } else if (phrase.meaning().scope() == Scope.ANY
                || (phrase.meaning().scope() == Scope.DEED && words.is(sentence.lemma(thing), WordUse.DEED))) {
            addDeed(number, verb, thing, outcome, phrase, drafts);
        }
    }

    /** "kept its word: the hospital was handed over": the deed is told behind a colon. */
    private void addKept(int number, int verb, int thing, List<Draft> drafts) {
        ParsedSentence sentence = text.sentences.get(number);
        Clause clause = new Clause(sentence, words);
        int colon = thing + 1;
        if (colon >= sentence.size() || !sentence.lower(colon).equals(":")) {
            return;
        }
        for (int i = colon + 1; i < sentence.size(); i++) {
            if (clause.isDone(i)) {
                Draft draft = new Draft(number, Construction.OUTCOME, verb, verb + 1, i, Strength.FIRM);
                draft.subject = clause.subject(verb);
                draft.outcome = Outcome.MET;
                draft.done = true;
                drafts.add(draft);
                return;
            }
        }
    }

    /** What a plan or promise is for: {@code its plan for a plant}; NONE when it does not say. */
    private static int contents(ParsedSentence sentence, int noun) {
        for (int i = sentence.firstDependent(noun); i != NONE; i = sentence.nextDependent(i)) {
            int mark = i > noun && sentence.is(i, "nmod") ? sentence.dependent(i, "case") : NONE;
            if (mark != NONE && isFor(sentence, mark)) {
                return i;
            }
        }
        // The tree may have given it to the verb.
        int next = noun + 1;
        boolean behind = next < sentence.size() && sentence.is(next, "case") && isFor(sentence, next);
        return behind ? sentence.head(next) : NONE;
    }

    private static boolean isFor(ParsedSentence sentence, int token) {
        return sentence.lower(token).equals("for") || sentence.lower(token).equals("of");
    }

    private boolean isProForm(ParsedSentence sentence, int thing) {
        return words.is(sentence.lower(thing), WordUse.PRO_FORM);
    }

    /** An undertaking that the noun itself tells, or that is told of it in a clause below. */
    private static @Nullable Draft inside(ParsedSentence sentence, int thing, List<Draft> drafts) {
        for (Draft draft : drafts) {
            boolean below = draft.triggerFrom >= sentence.left(thing) && draft.triggerTo <= sentence.right(thing);
            if ((below && !isAside(sentence, thing, draft)) || draft.isTrigger(thing)) {
                return draft;
            }
        }
        return null;
    }

    private boolean isOfDeed(ParsedSentence sentence, Draft draft, int thing, Outcome outcome) {
        boolean given = outcome == Outcome.MOVED || outcome == Outcome.WITHDRAWN;
        boolean itself = draft.subject == thing
                || (draft.subject != NONE && sentence.xpos(draft.subject).startsWith("W"));
        return given
                && itself
                && draft.triggerFrom > thing
                && words.is(sentence.lemma(thing), WordUse.DEED)
                && sentence.isKindOf(draft.act, "acl");
    }

    /** Whether it is told in a clause of time or reason within the clause that tells of a noun. */
    private static boolean isAside(ParsedSentence sentence, int thing, Draft draft) {
        for (int at = draft.triggerTo - 1, step = 0; at != NONE && at != thing && step < HIGHEST; step++) {
            int mark = sentence.is(at, "advcl") ? sentence.dependent(at, "mark") : NONE;
            if (mark != NONE && !sentence.lower(mark).equals("to")) {
                return true;
            }
            at = sentence.head(at);
        }
        return false;
    }

    /** Whether an outcome is told in a clause that only says after what an act is done. */
    private boolean isPreceding(ParsedSentence sentence, int verb, Draft draft) {
        boolean after = false;
        int at = verb;
        for (int step = 0; at != NONE && at != draft.act && step < HIGHEST; step++) {
            int mark = sentence.isKindOf(at, "advcl") ? sentence.dependent(at, "mark") : NONE;
            after |= mark != NONE && words.is(sentence.lower(mark), WordUse.PRECEDING);
            at = sentence.head(at);
        }
        return after && at == draft.act;
    }

    /** The undertaking whose subject a thing is. */
    private static @Nullable Draft of(int thing, int verb, List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.subject == thing && draft.act != thing && draft.act != verb) {
                return draft;
            }
        }
        return null;
    }

    private void give(Draft draft, ParsedSentence sentence, int verb, Outcome outcome) {
        draft.outcome = outcome;
        draft.outcomeVerb = verb;
        draft.negated = false;
        // "called off the strike planned for Monday": the strike calls off nothing.
        if (draft.subject == NONE
                || draft.subject == draft.act
                || sentence.upos(draft.subject).equals("PRON")) {
            Clause clause = new Clause(sentence, words);
            int subject = clause.isPassive(verb) ? clause.agent(verb) : clause.subject(verb);
            draft.subject = subject == NONE ? draft.subject : subject;
        }
    }

    /** A strike or a match was fixed; a building or what a plan is for was only meant. */
    private boolean isEvent(ParsedSentence sentence, int thing) {
        return words.is(sentence.lemma(thing), WordUse.DEED) && !sentence.is(thing, "nmod");
    }

    private void addDeed(int number, int verb, int thing, Outcome outcome, Phrase<Telling> phrase, List<Draft> drafts) {
        ParsedSentence sentence = text.sentences.get(number);
        boolean content = sentence.is(thing, "obl") || sentence.is(thing, "nmod");
        boolean matter = switch (participants.kind(sentence, thing)) {
            case THING -> true;
            // "dropped plans for an airport"
            case AGENT -> content && !sentence.upos(thing).equals("PRON");
            // Sales and supplies take their course, and are put off as well.
            case COURSE -> words.is(sentence.lemma(thing), WordUse.DEED);
            case EMPTY, ADDRESSEE -> false;
        };
        if (!matter || text.isCalendar(sentence, thing)) {
            return;
        }
        Draft draft = new Draft(
                number,
                Construction.OUTCOME,
                verb,
                triggerEnd(sentence, verb, phrase.words()),
                thing,
                outcome == Outcome.WITHDRAWN && !isEvent(sentence, thing) ? Strength.INTENDED : Strength.FIRM);
        Clause clause = new Clause(sentence, words);
        draft.subject = clause.isPassive(verb) ? clause.agent(verb) : clause.subject(verb);
        if (draft.subject == thing) {
            draft.subject = NONE;
        }
        draft.outcome = outcome;
        draft.outcomeVerb = verb;
        drafts.removeIf(other -> other.act == verb || other.act == thing);
        drafts.add(draft);
    }

    /** One past the words of a phrase; of {@code put the vote off} only the verb, since what it is said of stands between. */
    private static int triggerEnd(ParsedSentence sentence, int verb, List<String> phrase) {
        int last = verb + phrase.size() - 1;
        boolean together = last < sentence.size() && sentence.lower(last).equals(phrase.getLast());
        return together || phrase.size() == 1 ? last + 1 : verb + 1;
    }
}
