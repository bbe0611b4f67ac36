package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words tell of an act, and what it is done to. Linear in the dependents of the act. */
final class ActReading {

    /** How many tokens an event may stand before the verb that tells of it. */
    private static final int LONGEST_EVENT = 12;

    private final WordUses words;
    private final ParsedSentence sentence;
    private final List<Span> region;

    /** @param region the stretches of the statement that holds the act; empty when none does */
    ActReading(WordUses words, ParsedSentence sentence, List<Span> region) {
        this.words = words;
        this.sentence = sentence;
        this.region = List.copyOf(region);
    }

    /** The act without its subject and, at its end, without its deadline and its condition. */
    Span act(Draft draft, @Nullable Deadline deadline, @Nullable Condition condition) {
        boolean verb = isVerbal(draft.act);
        int from = verb
                ? start(draft)
                : isBehindTrigger(draft)
                        ? draft.act
                        : isStanding(draft.act) ? sentence.dependent(draft.act, "case") : phraseStart(draft.act);
        int end = end(draft.act, verb);
        // A noun is told of by what stands behind it: "a vote is due".
        // "opened on schedule": what tells that it was kept stands behind it.
        if (draft.done && draft.triggerFrom > draft.act) {
            end = Math.min(end, draft.triggerFrom);
        }
        int to = withoutMarks(from, verb || draft.triggerFrom <= draft.act ? end : nounEnd(draft.act, end, draft));
        for (int round = 0; round < 2; round++) {
            to = deadline == null ? to : withoutMarks(from, before(deadline.words(), from, to));
            to = condition == null ? to : withoutMarks(from, before(condition.span(), from, to));
        }
        return sentence.span(negationBefore(draft, from), to);
    }

    /** A verb that only says that an event takes place has its event with it: {@code the trial opens}. */
    private int start(Draft draft) {
        int event = draft.subject;
        boolean told = event != NONE
                && event < draft.act
                && sentence.head(event) == draft.act
                && draft.act - event <= LONGEST_EVENT
                && sentence.dependent(draft.act, "obj") == NONE
                && words.is(sentence.lemma(event), WordUse.DEED)
                && (words.is(sentence.lemma(draft.act), WordUse.ARRANGED)
                        || words.is(sentence.lower(draft.act), WordUse.ARRANGED));
        return told && sentence.upos(draft.act).equals("VERB") ? phraseStart(event) : draft.act;
    }

    /** Where the phrase of a noun ends before the verb that tells of it. */
    private int nounEnd(int noun, int end, Draft draft) {
        int to = noun + 1;
        while (to < Math.min(end, draft.triggerFrom)) {
            boolean leaves = sentence.upos(to).equals("AUX")
                    || (sentence.isPunctuation(to)
                            && to + 1 < end
                            && sentence.xpos(to + 1).startsWith("W"));
            if (leaves) {
                break;
            }
            to++;
        }
        return to;
    }

    /** "not", "never" and "no longer" belong to the act where they stand before it. */
    private int negationBefore(Draft draft, int from) {
        if (!draft.negated || from == 0 || !isVerbal(draft.act)) {
            return from;
        }
        return switch (sentence.lower(from - 1)) {
            case "not", "never" -> from - 1;
            case "longer" -> Math.max(0, from - 2);
            default -> from;
        };
    }

    private int withoutMarks(int from, int to) {
        int end = to;
        while (end > from + 1 && sentence.isPunctuation(end - 1)) {
            end--;
        }
        return end;
    }

    private boolean isVerbal(int token) {
        return switch (sentence.upos(token)) {
            case "VERB", "AUX", "ADJ", "ADV" -> true;
            default -> new Insertion(sentence, words).isMistaken(token);
        };
    }

    /** "is due for completion", where the tree hangs "due for" on the noun. */
    private boolean isBehindTrigger(Draft draft) {
        return draft.construction == Construction.TIME && draft.triggerFrom < draft.act;
    }

    /** "be in service" */
    private boolean isStanding(int noun) {
        int preposition = sentence.dependent(noun, "case");
        return preposition != NONE && preposition < noun && sentence.dependent(noun, "cop") != NONE;
    }

    private int phraseStart(int noun) {
        int from = sentence.left(noun);
        while (from < noun && (sentence.isPunctuation(from) || sentence.is(from, "case") || sentence.is(from, "cc"))) {
            from++;
        }
        return from;
    }

    /** Up to what is told in another clause, in another statement, or behind a semicolon. */
    private int end(int act, boolean verb) {
        // "filing tax returns", where the tree takes the gerund for part of a compound.
        boolean compound = sentence.is(act, "compound") && sentence.xpos(act).equals("VBG") && sentence.head(act) > act;
        int to = sentence.right(compound ? sentence.head(act) : act);
        for (int i = sentence.firstDependent(act); i != NONE; i = sentence.nextDependent(i)) {
            if (i > act && leavesAct(i, verb)) {
                to = Math.min(to, sentence.left(i));
                break;
            }
        }
        int limit = limit(act);
        for (int i = act + 1; i < to; i++) {
            if (sentence.lower(i).equals(";") || sentence.start(i) >= limit) {
                to = i;
            }
        }
        to = Math.max(to, act + 1);
        // "and" before a verb that is another act.
        return to > act + 1 && sentence.is(to - 1, "cc") ? to - 1 : to;
    }

    private int limit(int act) {
        for (Span part : region) {
            if (part.start() <= sentence.start(act) && sentence.start(act) < part.end()) {
                return part.end();
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean leavesAct(int dependent, boolean verb) {
        return switch (sentence.relation(dependent)) {
            case "parataxis", "acl:relcl" -> isBehindComma(dependent) || !verb;
            case "appos" -> isBehindComma(dependent);
            case "advcl", "acl" -> isBehindComma(dependent) || (!verb && sentence.is(dependent, "acl"));
            case "conj" -> verb && isVerbal(dependent) && !isAlternative(dependent);
            default -> false;
        };
    }

    private boolean isBehindComma(int dependent) {
        int left = sentence.left(dependent);
        return sentence.isPunctuation(left) || (left > 0 && sentence.isPunctuation(left - 1));
    }

    private boolean isAlternative(int verb) {
        int conjunction = sentence.dependent(verb, "cc");
        return conjunction != NONE && sentence.lower(conjunction).equals("or");
    }

    /** Where the act ends when its time stands at the end. */
    private int before(Span time, int from, int to) {
        int start = sentence.tokenAt(time.start());
        return start > from && start < to && sentence.end(to - 1) <= time.end() ? start : to;
    }

    /** What a passive is done to: its subject, or what somebody expects it of. */
    private int undergoing(Clause clause, Draft draft) {
        int own = clause.ownSubject(draft.act);
        if (draft.construction == Construction.OUTCOME && draft.subject == NONE) {
            return clause.meant(own, draft.act);
        }
        if (own != NONE || draft.construction != Construction.INFINITIVE) {
            return draft.subject;
        }
        int between = sentence.dependent(draft.triggerTo - 1, "obj");
        return between > draft.triggerFrom && between < draft.act ? between : draft.subject;
    }

    /** The phrase of what an act is told of. */
    Span subject(Draft draft) {
        return phrase(draft.subject);
    }

    private Span phrase(int noun) {
        int from = phraseStart(noun);
        return sentence.span(from, withoutMarks(from, end(noun, false)));
    }

    /** What the act is done to; null when nothing is named. */
    @Nullable
    Span object(Draft draft) {
        Clause clause = new Clause(sentence, words);
        if (!isVerbal(draft.act)) {
            return null;
        }
        int object = clause.isPassive(draft.act) ? undergoing(clause, draft) : sentence.dependent(draft.act, "obj");
        return object == NONE ? null : phrase(object);
    }
}
