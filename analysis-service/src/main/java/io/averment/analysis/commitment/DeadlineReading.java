package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import io.averment.analysis.time.TimeExpression.Type;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds by when an act is to be done: of the times of its sentence that hang on the act, the one whose words say most plainly that it
 * is a deadline. Linear in the times of the sentence and the depth of its tree.
 */
final class DeadlineReading {

    private static final int HIGHEST = 12;

    /** The longest span of a duration that is reckoned with, in years. */
    private static final int LONGEST_YEARS = 200;

    /** A time with what stands before it. */
    private record Found(TimeExpression time, @Nullable Relation relation, int from, int token) {}

    private final DeadlineWords words;
    private final List<TimeExpression> times;
    private final @Nullable LocalDate published;

    DeadlineReading(DeadlineWords words, List<TimeExpression> times, @Nullable LocalDate published) {
        this.words = words;
        this.times = times;
        this.published = published;
    }

    /** The deadline of an act; null when the sentence gives none. */
    @Nullable
    Deadline of(ParsedSentence sentence, Draft draft) {
        Found best = null;
        int start = sentence.start(0);
        int end = sentence.end(sentence.size() - 1);
        for (int i = first(start); i < times.size() && times.get(i).span().start() < end; i++) {
            Found found = found(sentence, times.get(i));
            if (found != null && isDeadline(found) && hangsOn(sentence, draft, found) && isBetter(found, best)) {
                best = found;
            }
        }
        return best == null ? null : deadline(sentence, best);
    }

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

    private @Nullable Found found(ParsedSentence sentence, TimeExpression time) {
        int from = sentence.tokenAt(time.span().start());
        if (from == sentence.size()) {
            return null;
        }
        int head = from;
        for (int i = from; i < sentence.size() && sentence.start(i) < time.span().end(); i++) {
            int above = sentence.head(i);
            if (above == NONE
                    || sentence.start(above) < time.span().start()
                    || sentence.start(above) >= time.span().end()) {
                head = i;
                break;
            }
        }
        int before = from;
        while (before > 0 && isBetween(sentence, before - 1)) {
            before--;
        }
        for (int i = before; i >= Math.max(0, before); i--) {
            if (i > 0) {
                for (DeadlineWords.Phrase phrase : words.endingWith(sentence.lower(i - 1))) {
                    int phraseFrom = i - phrase.words().size();
                    if (phraseFrom >= 0 && stands(sentence, phraseFrom, phrase.words())) {
                        return new Found(time, phrase.relation(), phraseFrom, head);
                    }
                }
            }
        }
        return new Found(time, Relation.AT, from, head);
    }

    /** Articles and adverbs between a preposition and the time: {@code by about the end of May}. */
    private static boolean isBetween(ParsedSentence sentence, int token) {
        return sentence.upos(token).equals("DET")
                || (sentence.upos(token).equals("ADV") && sentence.head(token) > token);
    }

    private static boolean stands(ParsedSentence sentence, int from, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!sentence.lower(from + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What lies behind the report, recurs or only lasts is no deadline. */
    private boolean isDeadline(Found found) {
        TimeExpression time = found.time();
        if (found.relation() == null || time.type() == Type.SET || time.value().endsWith("_REF")) {
            return false;
        }
        if (time.type() == Type.DURATION) {
            return found.relation() == Relation.BY;
        }
        LocalDate latest = time.latest();
        return published == null || latest == null || !latest.isBefore(published);
    }

    /** Whether a time hangs on the act rather than on what is told about it. */
    private static boolean hangsOn(ParsedSentence sentence, Draft draft, Found found) {
        int at = found.token();
        boolean plain = found.relation() == Relation.BY || found.relation() == Relation.UNTIL;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == draft.act) {
                return true;
            }
            if (at >= draft.triggerFrom && at < draft.triggerTo) {
                return plain || found.token() > draft.triggerFrom;
            }
            if (at == draft.subject) {
                return true;
            }
            boolean leaves = sentence.relation(at).startsWith("acl:relcl") || sentence.is(at, "ccomp");
            if (leaves && at != found.token()) {
                return false;
            }
            at = sentence.head(at);
        }
        return false;
    }

    private static boolean isBetter(Found found, @Nullable Found best) {
        return best == null || rank(found) < rank(best);
    }

    private static int rank(Found found) {
        Relation relation = found.relation();
        return relation == null
                ? Relation.values().length
                : relation.ordinal();
    }

    private Deadline deadline(ParsedSentence sentence, Found found) {
        TimeExpression time = found.time();
        Span span = new Span(sentence.start(found.from()), time.span().end());
        Relation relation = found.relation() == null ? Relation.AT : found.relation();
        if (time.type() == Type.DURATION) {
            LocalDate latest = behind(time.value());
            return new Deadline(time.id(), span, relation, latest == null ? null : latest.toString(), latest);
        }
        return new Deadline(time.id(), span, relation, time.edtf(), time.latest());
    }

    /** The last day of a stretch that begins with the publication; null where that is not known or no stretch of days. */
    private @Nullable LocalDate behind(String duration) {
        if (published == null) {
            return null;
        }
        try {
            Period period = Period.parse(duration);
            return period.toTotalMonths() > LONGEST_YEARS * 12L ? null : published.plus(period);
        } catch (DateTimeParseException e) {
            // A duration in hours, or of an unknown number of years.
            return null;
        }
    }
}
