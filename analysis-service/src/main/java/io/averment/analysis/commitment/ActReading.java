package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** Which words tell of an act, and what it is done to. Linear in the dependents of the act. */
final class ActReading {

    private final WordUses words;
    private final ParsedSentence sentence;

    ActReading(WordUses words, ParsedSentence sentence) {
        this.words = words;
        this.sentence = sentence;
    }

    /** The act without its subject, its condition and, at its end, its deadline. */
    Span act(Draft draft, @Nullable Deadline deadline) {
        boolean verb = isVerbal(draft.act);
        int from = verb ? draft.act : phraseStart(draft.act);
        int to = withoutMarks(from, end(draft.act, verb));
        if (deadline != null) {
            to = withoutMarks(from, before(deadline.words(), from, to));
        }
        return sentence.span(from, to);
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
            default -> false;
        };
    }

    private int phraseStart(int noun) {
        int from = sentence.left(noun);
        while (from < noun && (sentence.isPunctuation(from) || sentence.is(from, "case") || sentence.is(from, "cc"))) {
            from++;
        }
        return from;
    }

    /** Up to what is told in another clause. */
    private int end(int act, boolean verb) {
        int to = sentence.right(act);
        for (int i = sentence.firstDependent(act); i != NONE; i = sentence.nextDependent(i)) {
            if (i > act && leavesAct(i, verb)) {
                to = Math.min(to, sentence.left(i));
                break;
            }
        }
        return Math.max(to, act + 1);
    }

    private boolean leavesAct(int dependent, boolean verb) {
        String relation = sentence.relation(dependent);
        boolean conditional = relation.equals("advcl") && isCondition(dependent);
        return switch (relation) {
            case "parataxis", "acl:relcl", "appos" -> true;
            case "conj" -> verb && isVerbal(dependent);
            default -> conditional || (!verb && relation.startsWith("acl"));
        };
    }

    private boolean isCondition(int clause) {
        int mark = sentence.dependent(clause, "mark");
        return mark != NONE && words.is(sentence.lower(mark), WordUse.CONDITION);
    }

    /** Where the act ends when its time stands at the end. */
    private int before(Span time, int from, int to) {
        int start = sentence.tokenAt(time.start());
        return start > from && sentence.end(to - 1) <= time.end() ? start : to;
    }

    /** What the act is done to; null when nothing is named. */
    @Nullable
    Span object(Draft draft) {
        Clause clause = new Clause(sentence);
        if (!isVerbal(draft.act)) {
            return null;
        }
        int object = clause.isPassive(draft.act) ? draft.subject : sentence.dependent(draft.act, "obj");
        return object == NONE ? null : sentence.span(phraseStart(object), end(object, false));
    }
}
