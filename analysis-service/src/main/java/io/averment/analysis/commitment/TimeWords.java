package io.averment.analysis.commitment;

import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;

/** What the words of a time in a sentence say of it. Linear in them. */
final class TimeWords {

    private final ParsedSentence sentence;
    private final WordUses uses;

    TimeWords(ParsedSentence sentence, WordUses uses) {
        this.sentence = sentence;
        this.uses = uses;
    }

    /** "in the next two years" */
    boolean isComing(TimeExpression time) {
        for (int i = sentence.tokenAt(time.span().start());
                i < sentence.size() && sentence.start(i) < time.span().end();
                i++) {
            if (uses.is(sentence.lower(i), WordUse.COMING)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a time lies behind by its words: "last week", "the past year"; "the last day of February" does not. */
    boolean isBehind(TimeExpression time) {
        boolean of = false;
        for (int i = sentence.tokenAt(time.span().end()) - 1;
                i >= 0 && sentence.end(i) > time.span().start();
                i--) {
            of |= sentence.lower(i).equals("of");
            boolean ordinal = of
                    && uses.is(sentence.lower(i), WordUse.FINAL)
                    && i > 0
                    && sentence.lower(i - 1).equals("the");
            if (!ordinal && uses.is(sentence.lower(i), WordUse.BEHIND)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a time is a single word. */
    boolean isWord(TimeExpression time) {
        return sentence.end(sentence.tokenAt(time.span().start()))
                >= time.span().end();
    }

    /** "before the end of May", "before the year is out": in May, and within the year. */
    boolean isEnding(TimeExpression time) {
        int from = sentence.tokenAt(time.span().start());
        int to = sentence.tokenAt(time.span().end());
        for (int i = from; i < to; i++) {
            if (sentence.lemma(i).equals("end")) {
                return true;
            }
        }
        return to < sentence.size()
                && (sentence.lemma(to).equals("be") || sentence.lemma(to).equals("end"));
    }
}
