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
import org.jspecify.annotations.Nullable;

/**
 * Finds stated lengths that do not fit the two days beside them, where one sentence gives all three: "closed for six weeks from 1 June
 * until 31 August", "a three-month trial that begins on 1 March and ends on 31 August". Linear in the times of the text; each is compared
 * with the few around it.
 */
final class Stretches {

    /** How many times before a stretch its length may stand. */
    private static final int NEAREST = 2;

    /** How many words join what begins and what is over. */
    private static final int MOST_BETWEEN = 5;

    private static final int DIGITS_OF_YEAR = 4;

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

    private boolean isStretch(ParsedSentence sentence, TimeExpression from, TimeExpression to) {
        return to.span().start() < sentence.end(sentence.size() - 1)
                && Days.isDayOrMonth(from)
                && Days.isDayOrMonth(to)
                && (isRun(sentence, from, to) || isTold(sentence, from, to));
    }

    /** "from 1 June until 31 August", "from 1 June, until 31 August" */
    private boolean isRun(ParsedSentence sentence, TimeExpression from, TimeExpression to) {
        int first = sentence.tokenAt(from.span().start());
        int behind = sentence.tokenAt(from.span().end());
        int last = sentence.tokenAt(to.span().start());
        boolean comma = behind < sentence.size() && sentence.lower(behind).equals(",");
        if (first == 0
                || last != behind + (comma ? 2 : 1)
                || !words.is(sentence.lower(first - 1), Use.FROM)
                || !words.is(sentence.lower(last - 1), Use.UNTIL)) {
            return false;
        }
        // What stands behind a comma may be said of something else: until 31 August the shop is open.
        int next = sentence.tokenAt(to.span().end());
        return !comma || next >= sentence.size() || sentence.isPunctuation(next);
    }

    /** "begins on 1 March and ends on 31 August", "which took effect on 1 March, will end 31 August" */
    private boolean isTold(ParsedSentence sentence, TimeExpression from, TimeExpression to) {
        int begun = led(sentence, sentence.tokenAt(from.span().start()) - 1);
        int over = led(sentence, sentence.tokenAt(to.span().start()) - 1);
        int behind = sentence.tokenAt(from.span().end());
        if (begun < 0
                || over <= behind
                || over > behind + MOST_BETWEEN
                || !words.is(sentence.lemma(over), Use.ENDING)) {
            return false;
        }
        for (int i = behind; i < over; i++) {
            boolean joins = switch (sentence.upos(i)) {
                case "CCONJ", "PRON", "AUX" -> true;
                default -> sentence.lower(i).equals(",");
            };
            if (!joins) {
                return false;
            }
        }
        return words.is(sentence.lemma(begun), Use.BEGINNING) || words.is(sentence.lemma(begun), Use.EFFECT);
    }

    /** The token itself, or that before it where it is a preposition. */
    private static int led(ParsedSentence sentence, int token) {
        return token > 0 && sentence.upos(token).equals("ADP") ? token - 1 : token;
    }

    /** Whether with a verb something begins: by itself, or with what it takes, as in "take effect" and "come into force". */
    private boolean isBeginning(ParsedSentence sentence, int verb) {
        if (words.is(sentence.lemma(verb), Use.BEGINNING)) {
            return true;
        }
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            if (i > verb && words.is(sentence.lemma(i), Use.EFFECT)) {
                return true;
            }
        }
        return false;
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
            boolean runs = words.is(sentence.lemma(at), Use.RUNNING) || isBeginning(sentence, at);
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

    /** A day of the end; where the text gives it no year and that nearest is before the beginning, a year later. */
    private @Nullable LocalDate behind(@Nullable LocalDate beginning, TimeExpression to, @Nullable LocalDate day) {
        boolean before = beginning != null && to.latest() != null && to.latest().isBefore(beginning);
        boolean year = day != null && to.span().of(text).contains(to.value().substring(0, DIGITS_OF_YEAR));
        return day != null && before && !year ? day.plusYears(1) : day;
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
        LocalDate last = behind(first, to, to.latest());
        LocalDate firstLast = behind(first, to, to.earliest());
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
