package io.averment.analysis.statement;

import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells the time of saying at an edge of what was said, where the tree gave it to the words: {@code said Friday the quay would open},
 * {@code said it has closed the quay on Sunday}, {@code demanded an answer on Sunday}. For one sentence; a few steps for each cue.
 */
final class TimeBorders {

    private static final int MONTH = 31;

    private final ParsedText text;
    private final ParsedSentence sentence;

    TimeBorders(ParsedText text, ParsedSentence sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /**
     * What is left of a content.
     *
     * @param time that of saying, which is no part of it; null where its edges hold none
     */
    record Part(int from, int to, @Nullable TimeExpression time) {}

    /** A content from its candidate's first token up to {@code to}, without the time of saying. */
    Part part(Candidate candidate, int to, Draft draft) {
        int from = candidate.from();
        if (from <= draft.token || to - from < 2) {
            return new Part(from, to, null);
        }
        if (candidate.slot() == Slot.CLAUSE) {
            TimeExpression first = isOn(from) ? day(from + 1) : recent(from);
            if (first != null && !(sentence.xpos(draft.token).equals("VBD") && text.isAhead(first))) {
                int behind = sentence.tokenAt(first.span().end());
                return behind < to && !isVerbal(behind) ? new Part(behind, to, first) : new Part(from, to, null);
            }
        }
        TimeExpression last = day(to - 1);
        if (last != null && text.isPast(last) && isOfCue(candidate, last, draft)) {
            int start = sentence.tokenAt(last.span().start());
            int end = isOn(start - 1) ? start - 1 : start;
            if (end > from && text.timeAt(sentence.start(end - 1)) == null) {
                return new Part(from, end, last);
            }
        }
        return new Part(from, to, null);
    }

    /** Whether a past day that ends a content cannot be that of what was said. */
    private boolean isOfCue(Candidate candidate, TimeExpression day, Draft draft) {
        int start = sentence.tokenAt(day.span().start());
        boolean plain =
                start > 0 && (isOn(start - 1) || !sentence.upos(start - 1).equals("ADP"));
        return switch (candidate.slot()) {
            // "is" and "has" do not go together with a day that is over.
            case CLAUSE ->
                plain && isOn(start - 1) && isPresent(sentence.headOf(sentence.span(candidate.from(), start)));
            case OBJECT, PREPOSITION -> plain && SpeechActs.isOfWhatIsToCome(draft);
            default -> false;
        };
    }

    /** Whether a verb or predicate is in the present or its perfect. */
    private boolean isPresent(int head) {
        if (head == ParsedSentence.NONE) {
            return false;
        }
        int aux = sentence.dependent(head, "aux", "aux:pass", "cop");
        return isPresentForm(aux == ParsedSentence.NONE ? head : aux);
    }

    private boolean isPresentForm(int verb) {
        return sentence.xpos(verb).equals("VBZ") || sentence.xpos(verb).equals("VBP");
    }

    private boolean isOn(int token) {
        return token >= 0 && sentence.lower(token).equals("on");
    }

    private boolean isVerbal(int token) {
        return sentence.upos(token).equals("VERB") || sentence.upos(token).equals("AUX");
    }

    /** The same, or a week or month that has begun: {@code said this week she would run}. */
    private @Nullable TimeExpression recent(int token) {
        TimeExpression time = text.timeAt(sentence.start(token));
        LocalDate first = time == null ? null : time.earliest();
        LocalDate last = time == null ? null : time.latest();
        boolean recent = time != null
                && first != null
                && last != null
                && text.isPast(time)
                && first.plusDays(MONTH).isAfter(last);
        return recent ? time : day(token);
    }

    /** The expression of a single day, or of one that is not resolved, that a token belongs to; null for any other token. */
    private @Nullable TimeExpression day(int token) {
        TimeExpression time = token < sentence.size() ? text.timeAt(sentence.start(token)) : null;
        if (time == null) {
            return null;
        }
        LocalDate first = time.earliest();
        boolean day = first == null ? time.unresolved() != null : first.equals(time.latest());
        return day && time.type() != TimeExpression.Type.SET ? time : null;
    }
}
