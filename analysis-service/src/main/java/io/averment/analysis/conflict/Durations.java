package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.conflict.ConflictWords.Use;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds stated lengths that do not fit the days on which the same begins and ends: a "two-year timeline" whose last phase is over
 * after thirteen months. Linear in the durations of the text times the commitments, of which only the first are compared.
 */
final class Durations {

    /** How many durations are compared. */
    private static final int MOST = 100;

    /** How many sentences behind a beginning its end may be told, where only the verbs tell that it is the same. */
    private static final int FURTHEST = 3;

    private final ConflictWords words;
    private final Undertakings undertakings;
    private final String text;
    private final List<TimeExpression> times;
    private final @Nullable LocalDate published;

    Durations(Document document, ConflictWords words, Undertakings undertakings) {
        this.words = words;
        this.undertakings = undertakings;
        this.text = document.text();
        this.times = document.get(TimeAnnotator.TIMES);
        String date = document.report().publishedAt();
        this.published = date == null ? null : PublicationDate.day(date).orElse(null);
    }

    void read(Findings findings) {
        int looked = 0;
        for (TimeExpression time : times) {
            Length length = Length.of(time);
            if (length != null && looked++ < MOST && !findings.isFull()) {
                compare(time, length, findings);
            }
        }
    }

    private void compare(TimeExpression time, Length length, Findings findings) {
        ParsedSentence sentence = undertakings.sentenceAt(time.span().start());
        if (sentence == null) {
            return;
        }
        int noun = undertakings.measured(sentence, sentence.headOrNearest(time.span()));
        if (noun == NONE) {
            compareWithReturn(time, length, findings);
            return;
        }
        boolean course = words.is(sentence.lemma(noun), Use.COURSE);
        Set<String> topics = new HashSet<>();
        undertakings.addTopics(sentence, sentence.left(noun), sentence.right(noun), topics);
        Undertaking start = null;
        Undertaking end = null;
        for (Undertaking undertaking : undertakings.all()) {
            if (undertaking.latest() == null || !undertaking.sharesTopic(topics)) {
                continue;
            }
            TimeExpression over = undertaking.isBeginning() && start == null ? overIn(undertaking) : null;
            if (over != null) {
                judgeWithin(
                        time, length, new Span(time.span().start(), sentence.end(noun)), undertaking, over, findings);
                return;
            }
            if (undertaking.isBeginning()) {
                start = start == null ? undertaking : start;
            } else if (isEnd(undertaking, course)) {
                end = end == null || later(undertaking, end) ? undertaking : end;
            }
        }
        Span measured = sentence.span(noun, noun + 1);
        Span stated = new Span(
                Math.min(time.span().start(), measured.start()),
                Math.max(time.span().end(), measured.end()));
        judge(time, stated, length, course ? published : null, start, end, findings);
    }

    /** "closed for three months from May": against the day on which the same is to open again, or to be over. */
    private void compareWithReturn(TimeExpression time, Length length, Findings findings) {
        Undertaking start = null;
        for (Undertaking undertaking : undertakings.all()) {
            boolean lasting = undertaking.commitment().act().contains(time.span()) && undertaking.latest() != null;
            if (lasting && isFor(time)) {
                start = undertaking;
            } else if (start != null && isReturn(undertaking, start)) {
                judge(time, time.span(), length, null, start, undertaking, findings);
                return;
            }
        }
    }

    /** "for three months" */
    private boolean isFor(TimeExpression time) {
        ParsedSentence sentence = undertakings.sentenceAt(time.span().start());
        int token = sentence == null ? 0 : sentence.tokenAt(time.span().start());
        return sentence != null && token > 0 && sentence.lower(token - 1).equals("for");
    }

    private boolean isReturn(Undertaking undertaking, Undertaking start) {
        boolean near = undertaking.sentence() - start.sentence() <= FURTHEST;
        boolean same = undertaking.isOfSame(start)
                || (undertaking.isPointing()
                        && undertaking.commitment().object() == null
                        && undertaking.sentence() - start.sentence() == 1);
        boolean over = words.is(undertaking.verb(), Use.ENDING)
                || (words.is(start.verb(), Use.SUSPENDING) && words.is(undertaking.verb(), Use.RESUMING));
        return undertaking.latest() != null && near && same && over;
    }

    /** The day on which what an act begins is said to be over: {@code will begin in May and end in July}; null when none is. */
    private @Nullable TimeExpression overIn(Undertaking undertaking) {
        Span act = undertaking.commitment().act();
        ParsedSentence sentence = undertakings.sentenceAt(act.start());
        if (sentence == null) {
            return null;
        }
        for (int i = sentence.tokenAt(act.start()) + 1; i < sentence.tokenAt(act.end()); i++) {
            if (words.is(sentence.lemma(i), Use.ENDING) && sentence.is(i - 1, "cc")) {
                int from = sentence.end(i);
                return times.stream()
                        .filter(time ->
                                time.span().start() >= from && time.span().end() <= act.end())
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private void judgeWithin(
            TimeExpression time,
            Length length,
            Span stated,
            Undertaking undertaking,
            TimeExpression over,
            Findings findings) {
        LocalDate from = undertaking.latest();
        LocalDate to = over.latest();
        if (from == null || to == null || !from.isBefore(to) || length.fits(from, to)) {
            return;
        }
        findings.add(new Conflict(
                Conflict.Kind.DURATION,
                List.of(time.id(), undertaking.commitment().id(), over.id()),
                "The text speaks of “" + stated.of(text) + "”, but from the beginning (" + undertakings.due(undertaking)
                        + ") to the end (" + over.span().of(text) + ") it is " + Length.stated(from, to) + "."));
    }

    /** A plan is over with its last phase, anything else with the day on which it is said to end. */
    private boolean isEnd(Undertaking undertaking, boolean course) {
        return words.is(undertaking.verb(), Use.ENDING)
                || words.is(undertaking.verb(), Use.SUSPENDING)
                || (course && undertaking.commitment().phase() != null);
    }

    private static boolean later(Undertaking one, Undertaking other) {
        LocalDate latest = one.latest();
        return latest != null && other.latest() != null && latest.isAfter(other.latest());
    }

    private void judge(
            TimeExpression time,
            Span stated,
            Length length,
            @Nullable LocalDate beginning,
            @Nullable Undertaking start,
            @Nullable Undertaking end,
            Findings findings) {
        LocalDate from = start == null ? beginning : start.latest();
        LocalDate to = end == null ? null : end.latest();
        if (from == null || to == null || end == null || !from.isBefore(to)) {
            return;
        }
        LocalDate earliest = end.earliest();
        if (length.fits(from, to) || (earliest != null && length.fits(from, earliest))) {
            return;
        }
        List<String> facts = new ArrayList<>();
        facts.add(time.id());
        if (start != null) {
            facts.add(start.commitment().id());
        }
        facts.add(end.commitment().id());
        String gap = Length.stated(from, to);
        findings.add(new Conflict(
                Conflict.Kind.DURATION,
                facts,
                start == null
                        ? "The text speaks of “" + stated.of(text) + "”, but the last date that it gives ("
                                + undertakings.due(end) + ") is " + gap + " after its publication on " + from + "."
                        : "The text speaks of “" + stated.of(text) + "”, but from the beginning ("
                                + undertakings.due(start) + ") to the end (" + undertakings.due(end) + ") it is " + gap
                                + "."));
    }
}
