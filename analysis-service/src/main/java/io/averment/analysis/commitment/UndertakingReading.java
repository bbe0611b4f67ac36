package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a sentence the words that say that something is undertaken, and the act that hangs on them. What only looks like an
 * undertaking is told apart later ({@link Screening}). Linear in the sentence.
 */
final class UndertakingReading {

    /** How many tokens behind "until" the infinitive is looked for. */
    private static final int LONGEST_TIME = 9;

    private final TriggerLexicon lexicon;
    private final ParsedSentence sentence;
    private final int number;
    private final Clause clause;

    /** Whether a position lies in what someone is reported to have said. */
    private final IntPredicate reported;

    UndertakingReading(TriggerLexicon lexicon, ParsedSentence sentence, int number, IntPredicate reported) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.number = number;
        this.clause = new Clause(sentence);
        this.reported = reported;
    }

    /** Adds what is found, in the order of the words that say it. */
    void read(List<Draft> drafts) {
        for (int token = 0; token < sentence.size(); token++) {
            Trigger form = lexicon.form(sentence, token);
            Draft found = form == null ? null : ofForm(token, form);
            Trigger word = found == null ? lexicon.word(sentence, token) : null;
            add(word == null ? found : ofWord(token, word), drafts);
        }
    }

    private void add(@Nullable Draft draft, List<Draft> drafts) {
        if (draft == null) {
            return;
        }
        // A verb that says by itself what is undertaken is no act: "will pledge to open".
        drafts.removeIf(other ->
                other.sentence == number && (other.act == draft.act || other.act == headOf(draft)));
        drafts.add(draft);
    }

    private static int headOf(Draft draft) {
        return draft.triggerTo - 1;
    }

    private @Nullable Draft ofForm(int token, Trigger trigger) {
        if (trigger.takes(Construction.MODAL) || trigger.takes(Construction.REPORTED)) {
            return ofModal(token, trigger);
        }
        if (trigger.takes(Construction.COPULA)) {
            return ofCopula(token, trigger);
        }
        if (trigger.takes(Construction.UNTIL)) {
            return ofUntil(token, trigger);
        }
        Draft raised = trigger.takes(Construction.RAISED) ? ofRaised(token, trigger) : null;
        return raised == null && trigger.takes(Construction.TIME) ? ofTime(token, trigger) : raised;
    }

    private @Nullable Draft ofModal(int token, Trigger trigger) {
        int verb = sentence.head(token);
        boolean auxiliary = sentence.isKindOf(token, "aux") && verb > token;
        if (!auxiliary || (trigger.takes(Construction.REPORTED) && !isReported(token, verb))) {
            return null;
        }
        Draft draft = new Draft(number, Construction.MODAL, token, token + 1, verb, trigger.strength());
        draft.subject = clause.subject(verb);
        draft.negated = clause.isNegated(verb);
        return draft;
    }

    /** Past modals tell of the future where they are reported, and not of what only might have been. */
    private boolean isReported(int token, int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (i > token && sentence.lower(i).equals("have")) {
                return false;
            }
        }
        return reported.test(sentence.start(token));
    }

    private @Nullable Draft ofCopula(int token, Trigger trigger) {
        int to = token + 1;
        if (to < sentence.size() && sentence.lower(to).equals("not")) {
            to++;
        }
        int verb = clause.infinitive(to);
        if (verb == NONE) {
            return null;
        }
        Draft draft = new Draft(number, Construction.COPULA, token, token + 1, verb, trigger.strength());
        draft.subject = nearest(token, verb);
        draft.negated = to > token + 1;
        return draft;
    }

    private @Nullable Draft ofUntil(int token, Trigger trigger) {
        int until = token + 1;
        while (until < sentence.size() && until < token + LONGEST_TIME / 2 && !isUntil(until)) {
            until++;
        }
        if (until >= sentence.size() || !isUntil(until)) {
            return null;
        }
        for (int i = until + 1; i < Math.min(sentence.size(), until + 1 + LONGEST_TIME); i++) {
            int verb = clause.infinitive(i);
            if (verb != NONE) {
                Draft draft = new Draft(number, Construction.UNTIL, token, token + 1, verb, trigger.strength());
                draft.subject = clause.subject(token);
                return draft;
            }
        }
        return null;
    }

    private boolean isUntil(int token) {
        return sentence.lower(token).equals("until") || sentence.lower(token).equals("till");
    }

    private @Nullable Draft ofRaised(int token, Trigger trigger) {
        int from = token + 1;
        while (from < sentence.size() && sentence.upos(from).equals("ADV")) {
            from++;
        }
        int verb = clause.infinitive(from);
        int be = be(token);
        if (verb == NONE || (be == NONE && !isReduced(token))) {
            return null;
        }
        Draft draft = new Draft(number, Construction.RAISED, token, token + 1, verb, trigger.strength());
        draft.subject = nearest(token, verb);
        draft.negated = clause.isNegated(token) || (be != NONE && isNotBetween(be, token)) || clause.isNegated(verb);
        return draft;
    }

    private boolean isNotBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.lower(i).equals("not") || sentence.lower(i).equals("n't")) {
                return true;
            }
        }
        return false;
    }

    /** The form of "be" shortly before a word, adverbs between them; NONE when there is none. */
    private int be(int token) {
        for (int i = token - 1; i >= Math.max(0, token - 4); i--) {
            if (sentence.lemma(i).equals("be")) {
                return i;
            }
            if (!sentence.upos(i).equals("ADV") && !sentence.upos(i).equals("PART")) {
                return NONE;
            }
        }
        return NONE;
    }

    /** A participle that tells of the noun before it: {@code the troops expected to leave}. */
    private boolean isReduced(int token) {
        return sentence.isKindOf(token, "acl");
    }

    /** The subject of a verb in a chain "X is expected to go", whichever of the words the tree gave it to. */
    private int nearest(int token, int verb) {
        int own = clause.ownSubject(verb);
        if (own != NONE && own < token) {
            return own;
        }
        int raised = clause.subject(token);
        return raised != NONE ? raised : clause.subject(verb);
    }

    private @Nullable Draft ofTime(int token, Trigger trigger) {
        int subject = isReduced(token) ? sentence.head(token) : clause.ownSubject(token);
        if (subject == NONE && be(token) != NONE) {
            subject = clause.subject(token);
        }
        if (subject == NONE || !sentence.upos(subject).equals("NOUN")) {
            return null;
        }
        Draft draft = new Draft(number, Construction.TIME, token, token + 1, subject, trigger.strength());
        draft.negated = clause.isNegated(token);
        return draft;
    }

    private @Nullable Draft ofWord(int token, Trigger trigger) {
        if (!sentence.upos(token).equals("NOUN") && isUnreal(token)) {
            return null;
        }
        if (trigger.takes(Construction.INFINITIVE)) {
            int verb = clause.isPassive(token) ? NONE : clause.infinitiveOf(token);
            if (verb != NONE) {
                return drafted(Construction.INFINITIVE, token, verb, trigger);
            }
        }
        if (trigger.takes(Construction.CLAUSE)) {
            int verb = reportedVerb(token);
            if (verb != NONE) {
                return drafted(Construction.CLAUSE, token, verb, trigger);
            }
        }
        int behind = behindPreposition(token, trigger);
        if (behind != NONE) {
            return drafted(Construction.OBJECT, token, behind, trigger);
        }
        if (trigger.takes(Construction.OBJECT) && !sentence.is(token, "amod")) {
            int object = clause.isPassive(token) ? clause.ownSubject(token) : sentence.dependent(token, "obj");
            if (object != NONE && sentence.upos(object).equals("NOUN")) {
                return drafted(Construction.OBJECT, token, object, trigger);
            }
        }
        return null;
    }

    private Draft drafted(Construction construction, int token, int act, Trigger trigger) {
        Draft draft = new Draft(number, construction, token, token + 1, act, trigger.strength());
        boolean noun = sentence.upos(token).equals("NOUN");
        if (construction == Construction.CLAUSE) {
            draft.subject = clause.subject(act);
        } else if (noun) {
            draft.subject = clause.owner(token);
        } else {
            draft.subject = clause.isPassive(token) ? clause.agent(token) : clause.subject(token);
        }
        draft.negated = clause.isNegated(act) || (noun ? isNone(token) : clause.isNegated(token));
        return draft;
    }

    /** "no plans to go" */
    private boolean isNone(int noun) {
        int determiner = sentence.dependent(noun, "det");
        return determiner != NONE && sentence.lower(determiner).equals("no");
    }

    /** What is asked for, possible or only wished has not been undertaken: {@code could agree to}, {@code asked to pledge}. */
    private boolean isUnreal(int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.isKindOf(i, "aux")) {
                switch (sentence.lower(i)) {
                    case "could", "may", "might", "must", "should", "can", "would" -> {
                        return true;
                    }
                    default -> {}
                }
            }
        }
        return clause.hasTo(verb) && !sentence.is(verb, "xcomp");
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

    private int behindPreposition(int token, Trigger trigger) {
        for (int i = sentence.firstDependent(token); i != NONE; i = sentence.nextDependent(i)) {
            if (i > token) {
                int mark = sentence.dependent(i, "case", "mark");
                if (mark != NONE && mark > token && trigger.prepositions().contains(sentence.lower(mark))) {
                    return i;
                }
            }
        }
        return NONE;
    }
}
