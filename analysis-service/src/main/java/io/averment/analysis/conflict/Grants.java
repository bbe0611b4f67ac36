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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds lengths that somebody was given on a day and that do not lead to the day by which he is to be done: "On 1 March it gave them three
 * months to pay. They must pay by 31 August." Linear in the times, of which each is compared with the few before it, and, for those that
 * were given, in the commitments that are compared, which are bounded.
 */
final class Grants {

    /** How many sentences behind a length its end may be told. */
    private static final int FURTHEST = 3;

    /** How many words a day may stand below the verb. */
    private static final int HIGHEST = 3;

    /** How many times before a length the day may stand on which it was given. */
    private static final int NEAREST = 8;

    private final ConflictWords words;
    private final Undertakings undertakings;
    private final String text;
    private final List<TimeExpression> times;

    Grants(Document document, ConflictWords words, Undertakings undertakings) {
        this.words = words;
        this.undertakings = undertakings;
        this.text = document.text();
        this.times = document.get(TimeAnnotator.TIMES);
    }

    void read(Findings findings) {
        for (int i = 0; i < times.size() && !findings.isFull(); i++) {
            Length length = Length.of(times.get(i));
            ParsedSentence sentence = length == null
                    ? null
                    : undertakings.sentenceAt(times.get(i).span().start());
            TimeExpression given = length == null || sentence == null ? null : given(sentence, i);
            if (length == null || sentence == null || given == null) {
                continue;
            }
            TimeExpression until = i + 1 < times.size() ? until(sentence, times.get(i), times.get(i + 1)) : null;
            if (until != null) {
                judge(times.get(i), given, length, List.of(until.id()), until.span(), until.latest(), findings);
            } else {
                compare(times.get(i), given, length, findings);
            }
        }
    }

    /** The day on which a length was given to somebody: that nearest before the verb. */
    private @Nullable TimeExpression given(ParsedSentence sentence, int length) {
        int object = sentence.headOrNearest(times.get(length).span());
        int verb = sentence.head(object);
        if (verb == NONE || !words.is(sentence.lemma(verb), Use.GRANTING) || !sentence.isKindOf(object, "obj")) {
            return null;
        }
        for (int i = length - 1; i >= Math.max(0, length - NEAREST); i--) {
            TimeExpression time = times.get(i);
            if (time.span().start() < sentence.start(0)) {
                return null;
            }
            if (Days.isDay(time) && isOf(sentence, time, verb)) {
                return time;
            }
        }
        return null;
    }

    private static boolean isOf(ParsedSentence sentence, TimeExpression time, int verb) {
        int at = sentence.headOrNearest(time.span());
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == verb) {
                return time.span().end() <= sentence.start(verb);
            }
            if (sentence.upos(at).equals("VERB")) {
                return false;
            }
            at = sentence.head(at);
        }
        return false;
    }

    /** "three months, until 31 August" */
    private @Nullable TimeExpression until(ParsedSentence sentence, TimeExpression length, TimeExpression next) {
        int end = sentence.tokenAt(length.span().end());
        int first = sentence.tokenAt(next.span().start());
        if (next.span().start() >= sentence.end(sentence.size() - 1) || next.type() != TimeExpression.Type.DATE) {
            return null;
        }
        int at = end < sentence.size() && sentence.isPunctuation(end) ? end + 1 : end;
        boolean led = at + 1 == first && words.is(sentence.lower(at), Use.UNTIL);
        return led ? next : null;
    }

    /** Against the day by which the same is to be done. */
    private void compare(TimeExpression time, TimeExpression given, Length length, Findings findings) {
        Undertaking granted = null;
        for (Undertaking undertaking : undertakings.all()) {
            var deadline = undertaking.commitment().deadline();
            if (deadline != null && deadline.time().equals(time.id())) {
                granted = undertaking;
            } else if (granted != null && deadline != null && isSame(undertaking, granted)) {
                judge(
                        time,
                        given,
                        length,
                        List.of(undertaking.commitment().id()),
                        deadline.words(),
                        undertaking.latest(),
                        findings);
                return;
            }
        }
    }

    private boolean isSame(Undertaking undertaking, Undertaking granted) {
        int apart = undertaking.sentence() - granted.sentence();
        Span object = undertaking.commitment().object();
        boolean pointing =
                object != null && apart == 1 && words.is(object.of(text).toLowerCase(Locale.ROOT), Use.EMPTY);
        return apart > 0
                && apart <= FURTHEST
                && undertaking.latest() != null
                && undertaking.earliest() != null
                && undertaking.commitment().negated() == granted.commitment().negated()
                && undertaking.verb().equals(granted.verb())
                && (pointing || undertaking.sharesTopic(granted.topics()));
    }

    private void judge(
            TimeExpression time,
            TimeExpression given,
            Length length,
            List<String> others,
            Span ending,
            @Nullable LocalDate to,
            Findings findings) {
        LocalDate from = given.latest();
        boolean told = findings.isOf(others.getFirst());
        if (from == null || to == null || told || !from.isBefore(to) || length.fits(from, to)) {
            return;
        }
        findings.add(new Conflict(
                Conflict.Kind.DURATION,
                List.of(time.id(), given.id(), others.getFirst()),
                "The text speaks of “" + time.span().of(text) + "”, but from the day on which they were given ("
                        + given.span().of(text) + ") to their end (" + ending.of(text) + ") it is "
                        + Length.stated(from, to) + "."));
    }
}
