package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.commitment.Phrases.Phrase;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import io.averment.analysis.time.TimeExpression.Type;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds by when an act is to be done: of the times of its sentence that hang on the act, the one whose words say most plainly that it
 * is a deadline. Linear in the times of the sentence and the depth of its tree.
 */
final class DeadlineReading {

    private static final String NO_DEADLINE = "-";

    /** How EDTF writes that an interval has no known beginning. */
    private static final String OPEN = "../";

    private static final int HIGHEST = 12;

    /** The most words of a phrase before a time. */
    private static final int LONGEST_PHRASE = 4;

    /** The longest span of a duration that is reckoned with, in years. */
    private static final int LONGEST_YEARS = 200;

    /** A time with what stands before it. */
    private record Found(TimeExpression time, @Nullable Relation relation, int from, int token) {}

    private final Phrases<Optional<Relation>> words;
    private final List<TimeExpression> times;
    private final @Nullable LocalDate published;

    DeadlineReading(Phrases<Optional<Relation>> words, List<TimeExpression> times, @Nullable LocalDate published) {
        this.words = words;
        this.times = times;
        this.published = published;
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Phrases<Optional<Relation>> loadWords() {
        KnowledgeFile file = KnowledgeFile.load("commitment-deadlines.tsv");
        return new Phrases<>(
                file,
                (field, line) -> field.equals(NO_DEADLINE)
                        ? Optional.empty()
                        : Optional.of(file.constant(Relation.class, field, line)));
    }

    /**
     * The deadline of an act; null when the sentence gives none.
     *
     * @param region the stretches in which it may stand; empty for the whole sentence
     */
    @Nullable
    Deadline of(ParsedSentence sentence, Draft draft, List<Span> region) {
        Found best = null;
        int start = sentence.start(0);
        int end = sentence.end(sentence.size() - 1);
        for (int i = first(start); i < times.size() && times.get(i).span().start() < end; i++) {
            TimeExpression time = times.get(i);
            boolean inside = region.isEmpty() || region.stream().anyMatch(part -> part.contains(time.span()));
            Found found = inside ? found(sentence, time) : null;
            if (found != null
                    && isDeadline(found, draft)
                    && hangsOn(sentence, draft, found)
                    && (best == null || rank(sentence, draft, found) < rank(sentence, draft, best))) {
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
        for (int length = LONGEST_PHRASE; length > 0; length--) {
            int start = before - length;
            Phrase<Optional<Relation>> phrase = start < 0 ? null : words.at(sentence, start);
            if (phrase != null && phrase.words().size() == length) {
                return new Found(time, phrase.meaning().orElse(null), start, head);
            }
        }
        return new Found(time, Relation.AT, from, head);
    }

    /** Articles and adverbs between a preposition and the time: {@code by about the end of May}. */
    private static boolean isBetween(ParsedSentence sentence, int token) {
        return sentence.upos(token).equals("DET")
                || (sentence.upos(token).equals("ADV") && sentence.head(token) > token);
    }

    /** What lies behind the report, recurs or only lasts is no deadline. */
    private boolean isDeadline(Found found, Draft draft) {
        TimeExpression time = found.time();
        Relation relation = found.relation();
        if (relation == null || time.type() == Type.SET || time.value().endsWith("_REF")) {
            return false;
        }
        if (time.type() == Type.DURATION) {
            return relation == Relation.WITHIN || (draft.construction == Construction.UNTIL && relation == Relation.AT);
        }
        if (relation == Relation.UNTIL && draft.construction != Construction.UNTIL) {
            return false;
        }
        LocalDate latest = time.latest();
        boolean ahead = published == null || latest == null || !latest.isBefore(published);
        return ahead || draft.past || draft.outcome != null || relation.isTerm();
    }

    /** Whether a time hangs on the act rather than on what is told about it. */
    private static boolean hangsOn(ParsedSentence sentence, Draft draft, Found found) {
        int at = found.token();
        Relation relation = found.relation();
        boolean term = relation != null && relation.isTerm();
        boolean aside = false;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == draft.act) {
                return true;
            }
            if (at == draft.subject) {
                // "the first stage, set for May, will": but not "the board on Monday agreed".
                return aside;
            }
            if (draft.isTrigger(at)) {
                return term || draft.construction == Construction.UNTIL || isBehindAct(draft, found);
            }
            boolean tells = sentence.isKindOf(at, "acl") || sentence.is(at, "advcl") || sentence.is(at, "amod");
            boolean leaves = (tells && !term)
                    || sentence.is(at, "ccomp")
                    || (sentence.is(at, "conj") && sentence.upos(at).equals("VERB"));
            aside |= tells || term;
            if (leaves && at != found.token() && !isSubjects(sentence, at, draft)) {
                return false;
            }
            at = sentence.head(at);
        }
        return false;
    }

    private static boolean isSubjects(ParsedSentence sentence, int clause, Draft draft) {
        return draft.subject != NONE && sentence.head(clause) == draft.subject;
    }

    /** A time between "pledged" and "to open" is that of the pledge. */
    private static boolean isBehindAct(Draft draft, Found found) {
        return switch (draft.construction) {
            case INFINITIVE, CLAUSE, OBJECT -> found.token() > draft.act && draft.act > draft.triggerFrom;
            default -> true;
        };
    }

    /** The lower, the more plainly it is a deadline. */
    private static int rank(ParsedSentence sentence, Draft draft, Found found) {
        Relation relation = found.relation();
        boolean moved = draft.outcome == Outcome.MOVED && sentence.lower(found.from()).equals("to");
        if (moved || relation == null) {
            return moved ? -1 : Integer.MAX_VALUE;
        }
        boolean aside = draft.subject != NONE
                && found.token() >= sentence.left(draft.subject)
                && found.token() < sentence.right(draft.subject);
        return 2 * relation.ordinal() + (aside ? 1 : 0);
    }

    private Deadline deadline(ParsedSentence sentence, Found found) {
        TimeExpression time = found.time();
        int end = time.span().end();
        Span span = new Span(sentence.start(found.from()), end);
        Relation relation = found.relation() == null ? Relation.AT : found.relation();
        if (time.type() == Type.DURATION) {
            LocalDate latest = behind(time.value());
            return new Deadline(time.id(), span, relation, latest == null ? null : OPEN + latest, latest);
        }
        LocalDate earliest = time.earliest();
        if (relation == Relation.BEFORE && earliest != null && !isEnding(sentence, time)) {
            LocalDate latest = earliest.minusDays(1);
            return new Deadline(time.id(), span, relation, OPEN + latest, latest);
        }
        return new Deadline(time.id(), span, relation, time.edtf(), time.latest());
    }

    /** "before the end of May", "before the year is out": in May, and within the year. */
    private static boolean isEnding(ParsedSentence sentence, TimeExpression time) {
        int from = sentence.tokenAt(time.span().start());
        int to = sentence.tokenAt(time.span().end());
        for (int i = from; i < to; i++) {
            if (sentence.lemma(i).equals("end")) {
                return true;
            }
        }
        return to < sentence.size() && (sentence.lemma(to).equals("be") || sentence.lemma(to).equals("end"));
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
