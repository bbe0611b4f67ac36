package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.conflict.ConflictWords.Use;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds stated lengths that do not fit the two days beside them, where one sentence gives all three: "closed for six weeks from 1 June
 * until 31 August", "a three-month trial that begins on 1 March and ends on 31 August". Linear in the times of the text; each is compared
 * with the few around it.
 */
final class Stretches {

    /** How many times before a stretch its length may stand. */
    private static final int NEAREST = 2;

    /** How many words a day may stand below the noun. */
    private static final int HIGHEST = 4;

    private final ConflictWords words;
    private final Undertakings undertakings;
    private final String text;
    private final List<TimeExpression> times;

    Stretches(Document document, ConflictWords words, Undertakings undertakings) {
        this.words = words;
        this.undertakings = undertakings;
        this.text = document.text();
        this.times = document.get(TimeAnnotator.TIMES);
    }

    /** @param findings those that are known, to which those are added that are about other lengths */
    void read(Findings findings) {
        for (int end = 2; end < times.size() && !findings.isFull(); end++) {
            TimeExpression from = times.get(end - 1);
            ParsedSentence sentence = undertakings.sentenceAt(from.span().start());
            if (sentence == null || !isStretch(sentence, from, times.get(end))) {
                continue;
            }
            for (int i = end - 2; i >= Math.max(0, end - 1 - NEAREST); i--) {
                TimeExpression time = times.get(i);
                Length length = Length.of(time);
                if (length == null || undertakings.sentenceAt(time.span().start()) != sentence) {
                    continue;
                }
                int noun = noun(sentence, time, from);
                if (noun != NONE || isBeside(sentence, time, from)) {
                    judge(sentence, time, length, noun, from, times.get(end), findings);
                }
                break;
            }
        }
    }

    /** "from 1 June until 31 August", "begins on 1 March and ends on 31 August" */
    private boolean isStretch(ParsedSentence sentence, TimeExpression from, TimeExpression to) {
        if (to.span().start() >= sentence.end(sentence.size() - 1)
                || !Days.isDayOrMonth(from)
                || !Days.isDayOrMonth(to)) {
            return false;
        }
        int first = sentence.tokenAt(from.span().start());
        int behind = sentence.tokenAt(from.span().end());
        int last = sentence.tokenAt(to.span().start());
        boolean run = first > 0
                && words.is(sentence.lower(first - 1), Use.FROM)
                && last == behind + 1
                && words.is(sentence.lower(behind), Use.UNTIL);
        boolean told = first > 1
                && words.is(sentence.lemma(first - 2), Use.BEGINNING)
                && last == behind + 3
                && sentence.is(behind, "cc")
                && words.is(sentence.lemma(behind + 1), Use.ENDING);
        return run || told;
    }

    /** "for six weeks from 1 June": nothing but the preposition stands between. */
    private boolean isBeside(ParsedSentence sentence, TimeExpression time, TimeExpression from) {
        int first = sentence.tokenAt(time.span().start());
        int end = sentence.tokenAt(time.span().end());
        boolean led = first > 0 && words.is(sentence.lower(first - 1), Use.FOR);
        int at = sentence.tokenAt(from.span().start());
        return led && end + 1 == at && words.is(sentence.lower(end), Use.FROM);
    }

    /** The noun that the length is said of, where it is what goes from one day to the other; none where it is not. */
    private int noun(ParsedSentence sentence, TimeExpression time, TimeExpression from) {
        int noun = undertakings.measured(sentence, sentence.headOrNearest(time.span()));
        int first = sentence.tokenAt(from.span().start());
        if (noun != NONE && noun + 2 == first && words.is(sentence.lower(first - 1), Use.FROM)) {
            return noun;
        }
        int at = sentence.headOrNearest(from.span());
        for (int step = 0; step < HIGHEST && noun != NONE && at != NONE; step++) {
            if (at == noun) {
                return noun;
            }
            boolean verb = sentence.upos(at).equals("VERB");
            boolean runs = words.is(sentence.lemma(at), Use.RUNNING) || words.is(sentence.lemma(at), Use.BEGINNING);
            if (verb && (sentence.isKindOf(at, "acl") || !runs)) {
                return runs && sentence.head(at) == noun ? noun : NONE;
            }
            if (verb) {
                return sentence.dependent(at, "nsubj", "nsubj:pass") == noun ? noun : NONE;
            }
            at = sentence.head(at);
        }
        return NONE;
    }

    private void judge(
            ParsedSentence sentence,
            TimeExpression time,
            Length length,
            int noun,
            TimeExpression from,
            TimeExpression to,
            Findings findings) {
        LocalDate first = from.earliest();
        LocalDate lastFirst = from.latest();
        LocalDate last = to.latest();
        LocalDate firstLast = to.earliest();
        boolean told = findings.isOf(time.id());
        if (told || first == null || lastFirst == null || last == null || firstLast == null) {
            return;
        }
        if (!first.isBefore(last) || length.fitsBetween(first, lastFirst, firstLast, last)) {
            return;
        }
        int end = noun == NONE ? time.span().end() : Math.max(time.span().end(), sentence.end(noun));
        int start = noun == NONE ? time.span().start() : Math.min(time.span().start(), sentence.start(noun));
        findings.add(new Conflict(
                Conflict.Kind.DURATION,
                List.of(time.id(), from.id(), to.id()),
                "The text speaks of “" + new Span(start, end).of(text) + "”, but from the beginning ("
                        + from.span().of(text) + ") to the end (" + to.span().of(text) + ") it is "
                        + Length.stated(first, last) + "."));
    }
}
