package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the sentences beside an undertaking tell of it by the same verb: that it was done ("had promised to open the road by June.
 * It opened on Tuesday"), or that its day is no longer the one that it had been ("was to open in May. It will open in June"). Linear in
 * the sentences near each undertaking.
 */
final class SequelReading {

    /** How many sentences away it may be told. */
    private static final int FURTHEST = 2;

    private final ParsedText text;
    private final WordUses words;
    private final List<TimeExpression> times;
    private final Completion completion;
    private final Supersession supersession;
    private final @Nullable LocalDate published;

    SequelReading(
            ParsedText text,
            WordUses words,
            List<TimeExpression> times,
            Completion completion,
            @Nullable LocalDate published) {
        this.text = text;
        this.words = words;
        this.times = times;
        this.completion = completion;
        this.supersession = new Supersession(text, words);
        this.published = published;
    }

    /**
     * Gives outcomes to commitments that have none.
     *
     * @param commitments in the order of the text; changed in place
     * @param drafts what each was made of
     */
    void read(List<Commitment> commitments, List<Draft> drafts) {
        for (int i = 0; i < commitments.size(); i++) {
            Commitment commitment = commitments.get(i);
            if (commitment.outcome() == null) {
                supersession.read(i, commitments, drafts);
            }
            if (commitments.get(i).outcome() == null && !isVerb(drafts.get(i)) && isUndone(commitment, drafts.get(i))) {
                commitments.set(i, commitment.with(Outcome.MISSED));
            }
            if (commitments.get(i).outcome() == null && isVerb(drafts.get(i))) {
                Outcome outcome = drafts.get(i).negated ? null : outcome(commitment, drafts.get(i), drafts);
                if (outcome != null) {
                    commitments.set(i, commitment.with(outcome));
                } else {
                    move(i, commitments, drafts);
                }
            }
        }
    }

    /** "promised 30 cameras by May. Not one has been installed": of a thing that nobody has done anything with. */
    private boolean isUndone(Commitment commitment, Draft draft) {
        if (draft.construction != Construction.OBJECT || draft.negated || !isOver(commitment)) {
            return false;
        }
        int last = Math.min(text.sentences.size() - 1, draft.sentence + FURTHEST);
        for (int number = draft.sentence + 1; number <= last && isBeside(draft, number); number++) {
            ParsedSentence other = text.sentences.get(number);
            Clause clause = new Clause(other, words);
            for (int i = 0; i < other.size(); i++) {
                boolean told = clause.isPerfect(i) && clause.isDone(i) && isTold(other, i);
                if (told && completion.isUndone(sentence(draft), draft.act, other, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isVerb(Draft draft) {
        return sentence(draft).upos(draft.act).equals("VERB");
    }

    private ParsedSentence sentence(Draft draft) {
        return text.sentences.get(draft.sentence);
    }

    /** What became of an act by a deed that is told beside it; null when none is. */
    private @Nullable Outcome outcome(Commitment commitment, Draft draft, List<Draft> drafts) {
        for (int number = draft.sentence - 1; number <= draft.sentence + FURTHEST; number++) {
            if (number >= 0 && number != draft.sentence && number < text.sentences.size() && isBeside(draft, number)) {
                int deed = deed(draft, number, drafts);
                if (deed != NONE) {
                    return outcome(commitment, draft, number, deed);
                }
            }
        }
        return null;
    }

    /** What a deed says became of an act; of less than was undertaken only that it was missed, and that only behind its day. */
    private @Nullable Outcome outcome(Commitment commitment, Draft draft, int number, int deed) {
        ParsedSentence other = text.sentences.get(number);
        Clause clause = new Clause(other, words);
        Extent extent =
                clause.isNegated(deed) ? Extent.NOTHING : completion.extent(sentence(draft), draft.act, other, deed);
        if (extent != Extent.WHOLE) {
            boolean still = extent == Extent.NOTHING || clause.isPerfect(deed);
            return still && number > draft.sentence && isOver(commitment) ? Outcome.MISSED : null;
        }
        return isLate(commitment, number) || completion.isLate(other, deed) ? Outcome.MISSED : Outcome.MET;
    }

    /** Whether the day by which it was to be done lies behind the report. */
    private boolean isOver(Commitment commitment) {
        Deadline deadline = commitment.deadline();
        LocalDate latest = deadline == null || deadline.relation() == Deadline.Relation.FROM ? null : deadline.latest();
        return latest != null && published != null && latest.isBefore(published);
    }

    private boolean isBeside(Draft draft, int number) {
        return text.paragraphAt(sentence(draft).start(0))
                == text.paragraphAt(text.sentences.get(number).start(0));
    }

    /** A verb that tells the same act as done; NONE when a sentence has none. */
    private int deed(Draft draft, int number, List<Draft> drafts) {
        ParsedSentence other = text.sentences.get(number);
        Clause clause = new Clause(other, words);
        String lemma = sentence(draft).lemma(draft.act);
        for (int i = 0; i < other.size(); i++) {
            int verb = i;
            if (other.lemma(i).equals(lemma)
                    && clause.isDone(i)
                    && isTold(other, i)
                    && drafts.stream().noneMatch(known -> known.sentence == number && known.act == verb)
                    && isSame(draft, other, i, number > draft.sentence)) {
                return i;
            }
        }
        return NONE;
    }

    private static boolean isTold(ParsedSentence sentence, int verb) {
        return switch (sentence.relation(verb)) {
            case "root", "conj", "ccomp", "parataxis" -> true;
            default -> false;
        };
    }

    /** Whether two sentences tell of the same thing: a noun of the act, or, behind it, a pronoun for it. */
    private boolean isSame(Draft draft, ParsedSentence other, int verb, boolean behind) {
        Clause clause = new Clause(other, words);
        int subject = clause.subject(verb);
        boolean pronoun =
                subject != NONE && (other.upos(subject).equals("PRON") || completion.isNoneOfThem(other, subject));
        if (pronoun && behind) {
            return true;
        }
        Set<String> topics = topics(sentence(draft), draft.act, draft.subject);
        return topics(other, verb, subject).stream().anyMatch(topics::contains);
    }

    private static Set<String> topics(ParsedSentence sentence, int verb, int subject) {
        Set<String> topics = new HashSet<>();
        for (int noun : new int[] {subject, sentence.dependent(verb, "obj"), sentence.lastSubject(verb)}) {
            if (noun != NONE && !sentence.upos(noun).equals("PRON")) {
                topics.add(sentence.lemma(noun));
            }
        }
        return topics;
    }

    /** Whether a deed is told of a day behind the deadline. */
    private boolean isLate(Commitment commitment, int number) {
        Deadline deadline = commitment.deadline();
        LocalDate latest = deadline == null ? null : deadline.latest();
        if (latest == null) {
            return false;
        }
        ParsedSentence sentence = text.sentences.get(number);
        int end = sentence.end(sentence.size() - 1);
        for (int i = first(sentence.start(0));
                i < times.size() && times.get(i).span().end() <= end;
                i++) {
            TimeExpression time = times.get(i);
            LocalDate earliest = time.earliest();
            // "That very day" is whatever day was told of before.
            if (earliest != null
                    && !words.is(sentence.lower(sentence.tokenAt(time.span().start())), WordUse.PRO_FORM)) {
                return earliest.isAfter(latest);
            }
        }
        return false;
    }

    /** The first time at or behind a position. */
    private int first(int offset) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** "was to open in May" beside "will open in June" or "will not open until June": both have been moved. */
    private void move(int index, List<Commitment> commitments, List<Draft> drafts) {
        Draft draft = drafts.get(index);
        for (int i = Math.max(0, index - FURTHEST); i < index; i++) {
            Draft other = drafts.get(i);
            boolean superseded = draft.past != other.past && !(draft.past ? draft.reported : other.reported);
            if (superseded
                    && isOpen(commitments.get(i), other)
                    && isDelay(commitments.get(index), draft)
                    && isDelay(commitments.get(i), other)
                    && draft.sentence - other.sentence <= FURTHEST
                    && isBeside(draft, other.sentence)
                    && sentence(draft).lemma(draft.act).equals(sentence(other).lemma(other.act))
                    && isSame(other, sentence(draft), draft.act, true)
                    && isApart(commitments.get(i), commitments.get(index))) {
                commitments.set(i, commitments.get(i).with(Outcome.MOVED));
                commitments.set(index, commitments.get(index).with(Outcome.MOVED));
                return;
            }
        }
    }

    /** Whether nothing became of it yet, or only that it was not done in time: {@code was to have opened in May}. */
    private static boolean isOpen(Commitment commitment, Draft draft) {
        return commitment.outcome() == null
                || (commitment.outcome() == Outcome.MISSED && draft.construction == Construction.COPULA);
    }

    /** Whether it is to be done, if only later: {@code will not open until June}. */
    private static boolean isDelay(Commitment commitment, Draft draft) {
        Deadline deadline = commitment.deadline();
        return !draft.negated
                || (deadline != null
                        && (deadline.relation() == Deadline.Relation.UNTIL
                                || deadline.relation() == Deadline.Relation.BEFORE));
    }

    private static boolean isApart(Commitment one, Commitment other) {
        Deadline first = one.deadline();
        Deadline second = other.deadline();
        if (first == null || second == null) {
            return false;
        }
        LocalDate latest = first.latest();
        return latest != null && second.latest() != null && !latest.equals(second.latest());
    }
}
