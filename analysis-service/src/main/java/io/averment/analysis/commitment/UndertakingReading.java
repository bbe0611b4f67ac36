package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a sentence the words that say that something is undertaken, and the act that hangs on them. What only looks like an
 * undertaking is told apart later ({@link Screening}). Linear in the sentence.
 */
final class UndertakingReading {

    /** How many tokens behind "until" the infinitive is looked for. */
    private static final int LONGEST_TIME = 12;

    /** How many tokens before a word its form of "be" is looked for. */
    private static final int FURTHEST_BE = 4;

    private final TriggerLexicon lexicon;
    private final WordUses uses;
    private final ParsedSentence sentence;
    private final int number;
    private final Clause clause;
    private final WordReading words;
    private final WordlessReading wordless;
    private final WordOrder order;

    /** Whether the sentence is a headline, which leaves out "be". */
    private boolean headline;

    /** Whether a position lies in what someone is reported to have said, in other words than the speaker's own. */
    private final IntPredicate reported;

    UndertakingReading(
            TriggerLexicon lexicon, WordUses uses, ParsedSentence sentence, int number, IntPredicate reported) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.number = number;
        this.uses = uses;
        this.clause = new Clause(sentence, uses);
        this.words = new WordReading(lexicon, uses, sentence, number, clause);
        this.wordless = new WordlessReading(uses, sentence, number, clause);
        this.order = new WordOrder(sentence, clause);
        this.reported = reported;
    }

    /** What is found, in the order of the words that say it. */
    List<Draft> read(boolean headline) {
        this.headline = headline;
        List<Draft> drafts = new ArrayList<>();
        for (int token = 0; token < sentence.size(); token++) {
            Trigger form = lexicon.form(sentence, token);
            Draft found = form == null ? null : ofForm(token, form);
            Trigger word = found == null ? lexicon.word(sentence, token) : null;
            Draft told = word == null ? found : words.of(token, word);
            boolean dated = told != null && told.construction == Construction.DATED;
            int verb = token;
            // "will call an election for June" is undertaken by "will".
            if (!dated || drafts.stream().noneMatch(draft -> draft.act == verb)) {
                add(told, drafts);
            }
        }
        if (headline && drafts.isEmpty()) {
            add(wordless.ofHeadline(), drafts);
        }
        List<Draft> all = new ArrayList<>();
        for (Draft draft : drafts) {
            reorder(draft);
            all.add(draft);
            addCoordinated(draft, drafts, all);
            addListed(draft, drafts, all);
        }
        wordless.addDelivered(all);
        wordless.addPresent(all);
        // "the first stage, set for May, will see": the day is that of what will be.
        all.removeIf(draft -> draft.construction == Construction.TIME
                && !draft.past
                && all.stream().anyMatch(other -> other != draft && other.subject == draft.act));
        return all;
    }

    /** The subject before an insertion. */
    private void reorder(Draft draft) {
        switch (draft.construction) {
            case MODAL, REPORTED, DUTY, OUTLOOK, COPULA, RAISED ->
                draft.subject = order.subject(draft.triggerFrom, draft.subject);
            case INFINITIVE -> {
                if (clause.isVerbal(draft.triggerFrom)) {
                    draft.subject = order.subject(draft.triggerFrom, draft.subject);
                }
            }
            default -> {}
        }
    }

    /** Further infinitives of a list that hang elsewhere in the tree: {@code ordered it to pay, to post a notice and to leave}. */
    private void addListed(Draft draft, List<Draft> drafts, List<Draft> all) {
        int act = order.next(draft.act);
        for (Draft last = draft; act != NONE && act > last.act; act = order.next(act)) {
            int next = act;
            boolean told = drafts.stream().anyMatch(known -> known.act == next || known.isTrigger(next))
                    || all.stream().anyMatch(known -> known.act == next);
            last = told ? last : last.with(next);
            if (told) {
                return;
            }
            last.negated = clause.isNegated(next);
            all.add(last);
        }
    }

    private void add(@Nullable Draft draft, List<Draft> drafts) {
        if (draft == null) {
            return;
        }
        // A verb that says by itself what is undertaken is no act: "will pledge to open".
        drafts.removeIf(other -> other.act == draft.act || other.act == draft.triggerTo - 1);
        drafts.add(draft);
    }

    /** Verbs that share subject and auxiliary with an act are acts of their own. */
    private void addCoordinated(Draft draft, List<Draft> drafts, List<Draft> all) {
        for (int head : new int[] {draft.act, draft.triggerTo - 1}) {
            for (int i = sentence.firstDependent(head); i != NONE; i = sentence.nextDependent(i)) {
                int other = i;
                boolean told = drafts.stream().anyMatch(known -> known.act == other || known.isTrigger(other));
                boolean alike = head == draft.act || clause.hasTo(i);
                if (i > draft.act && !told && alike && clause.isCoordinated(i, draft.act)) {
                    Draft shared = draft.with(i);
                    shared.negated |= clause.isNegated(i);
                    all.add(shared);
                }
            }
        }
    }

    private @Nullable Draft ofForm(int token, Trigger trigger) {
        for (Construction construction : trigger.constructions()) {
            Draft draft = switch (construction) {
                case MODAL, REPORTED, DUTY, OUTLOOK -> ofModal(token, trigger, construction);
                case COPULA -> ofCopula(token, trigger);
                case UNTIL -> ofUntil(token, trigger);
                case RAISED -> ofRaised(token, trigger);
                case TIME -> ofTime(token, trigger);
                case INFINITIVE, CLAUSE, COMPELLED, OBJECT, DATED, PRESENT, HEADLINE, OUTCOME -> null;
            };
            if (draft != null) {
                return draft;
            }
        }
        return null;
    }

    private @Nullable Draft ofModal(int token, Trigger trigger, Construction construction) {
        int verb = sentence.head(token);
        if (sentence.lemma(token).equals("have")) {
            return ofHaving(token, trigger, construction);
        }
        int behind = new Insertion(sentence, uses).behindModal(token);
        verb = behind != NONE ? clause.predicate(behind) : verb;
        boolean auxiliary = behind != NONE || (sentence.isKindOf(token, "aux") && verb > token);
        if (!auxiliary) {
            return null;
        }
        boolean unreal = construction != Construction.MODAL && isPerfect(token, verb);
        // "should have been delivered in 2022"
        boolean missed = unreal && construction == Construction.OUTLOOK && clause.isPassive(verb);
        if (unreal && !missed) {
            return null;
        }
        Draft draft = new Draft(number, construction, token, token + 1, verb, trigger.strength());
        draft.past = missed;
        draft.outcome = missed ? Outcome.MISSED : null;
        draft.subject = clause.whole(clause.subject(verb));
        draft.negated = clause.isNegated(verb) || clause.hasNegativeSubject(verb);
        draft.onlyWithDay = isUntold(token, construction);
        draft.bound = isBound(verb);
        return draft;
    }

    /** Whether what is told as somebody's words is not in what anybody is reported to have said. */
    private boolean isUntold(int token, Construction construction) {
        return construction == Construction.REPORTED && !reported.test(sentence.start(token));
    }

    /** "under the new law": then a duty is no opinion. */
    private boolean isBound(int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            int mark = sentence.is(i, "obl") ? sentence.dependent(i, "case") : NONE;
            if (mark != NONE
                    && uses.is(sentence.lower(mark), WordUse.BINDING)
                    && (uses.is(sentence.lemma(i), WordUse.UNDERTAKING)
                            || uses.is(sentence.lemma(i), WordUse.INANIMATE))) {
                return true;
            }
        }
        return false;
    }

    /** "have to retire"; null for any other "have", and where somebody does not have to. */
    private @Nullable Draft ofHaving(int token, Trigger trigger, Construction construction) {
        int verb = clause.infinitive(token + 1);
        if (verb == NONE || clause.isNegated(token) || clause.hasNegativeSubject(token) || isOnlyPossible(token)) {
            return null;
        }
        Draft draft = new Draft(number, Construction.DUTY, token, token + 2, verb, trigger.strength());
        draft.subject = clause.subject(token);
        draft.onlyWithDay = isUntold(token, construction);
        draft.bound = isBound(verb) || isBound(token);
        return draft;
    }

    /** "may have to close" */
    private boolean isOnlyPossible(int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.xpos(i).equals("MD") && lexicon.form(sentence, i) == null) {
                return true;
            }
        }
        return false;
    }

    /** What would or should have been was not. */
    private boolean isPerfect(int token, int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (i > token && sentence.lower(i).equals("have")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Draft ofCopula(int token, Trigger trigger) {
        int to = token + 1;
        boolean denied = false;
        while (to < sentence.size() && (clause.isNot(to) || uses.is(sentence.lower(to), WordUse.NOW))) {
            denied |= clause.isNot(to);
            to++;
        }
        int verb = clause.infinitive(to);
        if (verb == NONE) {
            return null;
        }
        int subject = clause.ownSubject(verb);
        int told = subject != NONE ? subject : clause.subject(token);
        Trigger plan = told != NONE && told < token ? lexicon.word(sentence, told) : null;
        if (plan != null && sentence.upos(told).equals("NOUN") && plan.takes(Construction.INFINITIVE)) {
            // "the aim is to close": whoever has the aim means to.
            Draft draft = new Draft(number, Construction.INFINITIVE, told, told + 1, verb, plan.strength());
            draft.subject = new Ownership(sentence, uses, clause).owner(told);
            draft.negated = denied;
            return draft;
        }
        Draft draft = new Draft(number, Construction.COPULA, token, token + 1, verb, trigger.strength());
        draft.subject = subject != NONE && subject < token ? clause.meant(subject, verb) : clause.subject(token);
        draft.negated = denied || clause.hasNegativeSubject(verb);
        draft.past = sentence.lower(token).startsWith("w");
        if (draft.past && isPerfect(token, verb)) {
            draft.outcome = Outcome.MISSED;
        }
        return draft;
    }

    private @Nullable Draft ofUntil(int token, Trigger trigger) {
        int from = token + 1;
        boolean until = false;
        while (from < Math.min(sentence.size(), token + LONGEST_TIME) && !until) {
            until = sentence.lower(from).equals("until") || sentence.lower(from).equals("till") || isUnit(from);
            from++;
        }
        for (int i = from; until && i < Math.min(sentence.size(), from + LONGEST_TIME); i++) {
            int verb = clause.infinitive(i);
            if (verb != NONE) {
                Draft draft = new Draft(number, Construction.UNTIL, token, token + 1, verb, trigger.strength());
                draft.subject = clause.isPassive(token) || sentence.dependent(token, "iobj", "obj") == NONE
                        ? clause.subject(token)
                        : obliged(token);
                return draft;
            }
        }
        return null;
    }

    /** Who is given a term: the one addressed, else the one who has it. */
    private int obliged(int token) {
        int addressed = sentence.dependent(token, "iobj");
        if (addressed == NONE) {
            int object = sentence.dependent(token, "obj");
            boolean term = object == NONE || uses.is(sentence.lemma(object), WordUse.UNIT);
            addressed = term || object < token ? NONE : object;
        }
        return addressed != NONE ? addressed : clause.subject(token);
    }

    /** A count of days, weeks, months or years: a term. */
    private boolean isUnit(int token) {
        return token > 0 && sentence.upos(token - 1).equals("NUM") && uses.is(sentence.lemma(token), WordUse.UNIT);
    }

    private @Nullable Draft ofRaised(int token, Trigger trigger) {
        int be = be(token);
        int verb = clause.infinitiveOf(token);
        if (verb == NONE
                && be != NONE
                && trigger.takes(Construction.RAISED)
                && sentence.upos(token).equals("VERB")) {
            // "were ordered on Friday by the council to leave"
            verb = clause.laterInfinitive(token);
        }
        if (verb == NONE || (be == NONE && !headline && !sentence.isKindOf(token, "acl"))) {
            return null;
        }
        Draft draft = new Draft(number, Construction.RAISED, token, token + 1, verb, trigger.strength());
        draft.subject = nearest(token, verb);
        draft.negated = clause.isNegated(token) || isNotBetween(be, token) || clause.isNegated(verb);
        draft.past = be != NONE && sentence.lower(be).startsWith("w");
        return draft;
    }

    private boolean isNotBetween(int from, int to) {
        for (int i = Math.max(0, from); from != NONE && i < to; i++) {
            if (clause.isNot(i)) {
                return true;
            }
        }
        return false;
    }

    /** The form of "be" shortly before a word, nothing but adverbs and times between them; NONE when there is none. */
    private int be(int token) {
        int own = sentence.dependent(token, "aux:pass", "aux", "cop");
        if (own != NONE && own < token && sentence.lemma(own).equals("be")) {
            return own;
        }
        // "was fined and ordered to close"
        int first = sentence.is(token, "conj") ? sentence.head(token) : NONE;
        int shared = first == NONE || first > token ? NONE : sentence.dependent(first, "aux:pass");
        if (shared != NONE && sentence.lemma(shared).equals("be") && clause.ownSubject(token) == NONE) {
            return shared;
        }
        for (int i = token - 1; i >= Math.max(0, token - FURTHEST_BE); i--) {
            if (sentence.lemma(i).equals("be")) {
                return i;
            }
            if (!sentence.upos(i).equals("ADV") && !sentence.upos(i).equals("PART")) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The subject of a verb in a chain "X is expected to go", whichever of the words the tree gave it to. */
    private int nearest(int token, int verb) {
        int own = clause.ownSubject(verb);
        if (own != NONE && own < token) {
            return clause.meant(own, verb);
        }
        int raised = clause.subject(token);
        return raised != NONE ? raised : clause.subject(verb);
    }

    private @Nullable Draft ofTime(int token, Trigger trigger) {
        boolean reduced = sentence.is(token, "acl");
        boolean predicate = be(token) != NONE || (headline && !reduced);
        if (token + 1 < sentence.size() && sentence.lower(token + 1).equals("to")) {
            return null;
        }
        Draft deed = ofDeed(token, trigger);
        if (deed != null) {
            return deed;
        }
        int fixed = sentence.is(token, "case") ? sentence.head(token) : NONE;
        if (fixed > token && sentence.dependent(fixed, "cop") != NONE && uses.is(sentence.lemma(fixed), WordUse.DEED)) {
            // "is due for completion in 2029", where the tree takes "due for" for a preposition.
            return new Draft(number, Construction.TIME, token, token + 1, fixed, trigger.strength());
        }
        if ((!reduced && !predicate) || (reduced && sentence.lastSubject(token) != NONE)) {
            return null;
        }
        int subject = reduced ? sentence.head(token) : clause.ownSubject(token);
        if (subject == NONE) {
            subject = clause.subject(token);
        }
        if (subject == NONE
                || subject > token
                || !clause.isNominal(subject)
                || sentence.upos(subject).equals("PRON")) {
            return null;
        }
        Draft draft = new Draft(number, Construction.TIME, token, token + 1, subject, trigger.strength());
        draft.negated = clause.isNegated(token);
        int be = be(token);
        draft.past = be != NONE && sentence.lower(be).startsWith("w");
        return draft;
    }

    /** "is set for a launch": the deed stands behind. */
    private @Nullable Draft ofDeed(int token, Trigger trigger) {
        int subject = clause.subject(token);
        boolean deedItself = subject == NONE || uses.is(sentence.lemma(subject), WordUse.DEED);
        for (int i = sentence.firstDependent(token); !deedItself && i != NONE; i = sentence.nextDependent(i)) {
            int mark = i > token && sentence.is(i, "obl") ? sentence.dependent(i, "case") : NONE;
            if (mark == token + 1 && sentence.lower(mark).equals("for") && uses.is(sentence.lemma(i), WordUse.DEED)) {
                Draft draft = new Draft(number, Construction.OBJECT, token, token + 1, i, trigger.strength());
                draft.subject = subject;
                draft.negated = clause.isNegated(token);
                draft.onlyWithDay = true;
                return draft;
            }
        }
        return null;
    }
}
