package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.commitment.Phrases.Phrase;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds by when an act is to be done: of the times of its sentence that hang on the act, the one whose words say most plainly that it
 * is a deadline. Linear in the times of the sentence and the depth of its tree.
 */
final class DeadlineReading {

    private static final String NO_DEADLINE = "-";

    private static final int HIGHEST = 12;

    /** The most words of a phrase before a time. */
    private static final int LONGEST_PHRASE = 4;

    /**
     * What words before a time make of it.
     *
     * @param relation how the act lies to the time; null where the time is no deadline
     */
    record Sense(@Nullable Relation relation) {}

    /**
     * A time with what stands before it.
     *
     * @param event the noun of what is at that time, where that is the term: {@code before the April election}; else NONE
     */
    private record Found(TimeExpression time, @Nullable Relation relation, int from, int token, int event) {}

    private final Phrases<Sense> words;
    private final WordUses uses;
    private final List<TimeExpression> times;
    private final Reckoning reckoning;

    DeadlineReading(Phrases<Sense> words, WordUses uses, List<TimeExpression> times, @Nullable LocalDate published) {
        this.words = words;
        this.uses = uses;
        this.times = times;
        this.reckoning = new Reckoning(published);
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Phrases<Sense> loadWords() {
        KnowledgeFile file = KnowledgeFile.load("commitment-deadlines.tsv");
        return new Phrases<>(
                file,
                (field, line) ->
                        new Sense(field.equals(NO_DEADLINE) ? null : file.constant(Relation.class, field, line)));
    }

    /**
     * The deadline of an act; null when the sentence gives none.
     *
     * @param acts the acts of all undertakings of the sentence
     * @param condition where the days of what it depends on stand
     * @param region the stretches in which it may stand; empty for the whole sentence
     */
    @Nullable
    Deadline of(ParsedSentence sentence, Draft draft, int[] acts, List<Span> region, @Nullable Span condition) {
        Found best = null;
        int start = sentence.start(0);
        int end = sentence.end(sentence.size() - 1);
        for (int i = first(start); i < times.size() && times.get(i).span().start() < end; i++) {
            TimeExpression time = times.get(i);
            boolean inside = (region.isEmpty()
                            || region.stream().anyMatch(part -> part.contains(time.span()))
                            || Insertion.isAround(sentence, time.span(), draft.act))
                    && (condition == null || !condition.contains(time.span()));
            Found found = inside ? found(sentence, time) : null;
            if (found != null
                    && isDeadline(sentence, found, draft)
                    && hangsOn(sentence, draft, acts, found)
                    && (best == null || rank(sentence, draft, found) < rank(sentence, draft, best))) {
                best = found;
            }
        }
        return best == null ? null : deadline(sentence, draft, best);
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
        for (int i = from;
                i < sentence.size() && sentence.start(i) < time.span().end();
                i++) {
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
        int date = dateOf(sentence, before);
        before = date == NONE ? before : date;
        for (int length = LONGEST_PHRASE; length > 0; length--) {
            int start = before - length;
            Phrase<Sense> phrase = start < 0 ? null : words.of(sentence, start, before);
            if (phrase != null) {
                return found(sentence, time, phrase.meaning().relation(), start, head);
            }
        }
        return found(sentence, time, inside(sentence, from, time), date == NONE ? from : before, head);
    }

    /** What the words say with which a time itself begins: {@code no later than 31 March}. */
    private @Nullable Relation inside(ParsedSentence sentence, int from, TimeExpression time) {
        for (int length = LONGEST_PHRASE; length > 1; length--) {
            int to = from + length;
            boolean within =
                    to < sentence.size() && sentence.start(to) < time.span().end();
            Phrase<Sense> phrase = within ? words.of(sentence, from, to) : null;
            if (phrase != null) {
                return phrase.meaning().relation();
            }
        }
        return Relation.AT;
    }

    /** "by the agreed date of 10 December": where the date's phrase begins; NONE when the time is of nothing such. */
    private int dateOf(ParsedSentence sentence, int time) {
        int noun = time - 2;
        if (noun < 0 || !sentence.lower(time - 1).equals("of") || !uses.is(sentence.lemma(noun), WordUse.UNDERTAKING)) {
            return NONE;
        }
        int from = noun;
        while (from > 0
                && (sentence.head(from - 1) == noun || isBetween(sentence, from - 1))
                && !sentence.is(from - 1, "case")) {
            from--;
        }
        return from;
    }

    /** What is said of a noun is no day of its own: {@code next year's budget}; "before next week's vote" is. */
    private @Nullable Found found(
            ParsedSentence sentence, TimeExpression time, @Nullable Relation relation, int from, int head) {
        int next = sentence.tokenAt(time.span().end());
        boolean possessive = next < sentence.size() && sentence.xpos(next).equals("POS");
        int noun = sentence.head(head);
        boolean event = noun > head
                && noun >= next
                && (possessive || sentence.is(head, "compound") || sentence.is(head, "nmod:unmarked"))
                && !uses.is(sentence.lemma(noun), WordUse.UNDERTAKING);
        if (event && relation != null && relation.isTerm()) {
            return new Found(time, relation, from, head, noun);
        }
        return possessive && event ? null : new Found(time, relation, from, head, NONE);
    }

    /** Articles and adverbs between a preposition and the time: {@code by about the end of May}. */
    private static boolean isBetween(ParsedSentence sentence, int token) {
        return sentence.upos(token).equals("DET")
                || (sentence.upos(token).equals("ADV") && sentence.head(token) > token);
    }

    /** What lies behind the report, recurs or only lasts is no deadline. */
    private boolean isDeadline(ParsedSentence sentence, Found found, Draft draft) {
        TimeExpression time = found.time();
        Relation relation = found.relation();
        boolean forNoun = draft.construction == Construction.OBJECT
                && relation == Relation.AT
                && sentence.lower(found.from()).equals("for");
        if (relation != null && draft.done && !relation.isTerm()) {
            return false;
        }
        if (relation == null || forNoun || time.type() == TimeExpression.Type.SET || isVague(time, draft)) {
            return false;
        }
        if (time.type() == TimeExpression.Type.DURATION) {
            return relation == Relation.WITHIN
                    || new TimeWords(sentence, uses).isComing(time)
                    || (draft.construction == Construction.UNTIL && relation == Relation.AT);
        }
        if (relation == Relation.UNTIL
                && draft.construction != Construction.UNTIL
                && draft.outcome != Outcome.MOVED
                && !isDeferred(sentence, draft)) {
            return false;
        }
        LocalDate published = reckoning.published();
        LocalDate latest = reckoning
                .due(time, relation, isAhead(sentence, time, draft), new TimeWords(sentence, uses).isWord(time))
                .latest();
        if (published == null || latest == null) {
            return true;
        }
        return draft.construction == Construction.PRESENT
                ? !latest.isBefore(published)
                : !latest.isBefore(published) || draft.past || draft.outcome != null || relation.isTerm();
    }

    /** "will not open until 2027": it will then; what somebody keeps from until then is another matter. */
    private boolean isDeferred(ParsedSentence sentence, Draft draft) {
        boolean arranged = uses.is(sentence.lemma(draft.act), WordUse.ARRANGED)
                || uses.is(sentence.lower(draft.act), WordUse.ARRANGED)
                || new Clause(sentence, uses).isPassive(draft.act);
        return draft.negated && arranged && draft.construction != Construction.INFINITIVE;
    }

    /** "Now" and "lately" are no deadlines; "the coming weeks" is one, which leaves the day open. */
    private static boolean isVague(TimeExpression time, Draft draft) {
        return time.value().endsWith("_REF")
                && (draft.needsDay() || !time.value().equals("FUTURE_REF"));
    }

    /** Whether a time hangs on the act rather than on what is told about it. */
    private static boolean hangsOn(ParsedSentence sentence, Draft draft, int[] acts, Found found) {
        for (int i = draft.act; i < found.token(); i++) {
            if (sentence.lower(i).equals(";")) {
                return false;
            }
        }
        int at = Insertion.around(sentence, found.token(), draft.act);
        Relation relation = found.relation();
        boolean term = relation != null && relation.isTerm();
        boolean aside = false;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == draft.act || (at == draft.outcomeVerb && draft.outcome == Outcome.MOVED)) {
                return true;
            }
            if (at == draft.subject) {
                // "the first stage, set for May, will": but not "the board on Monday agreed".
                return aside && !isFinite(sentence, draft.subject, found.token());
            }
            if (isAnothers(at, draft, acts, found)) {
                return false;
            }
            if (draft.isTrigger(at)) {
                return isOfNoun(sentence, draft, found)
                        || term
                        || draft.construction == Construction.UNTIL
                        || isBehindAct(sentence, draft, found);
            }
            boolean tells = sentence.isKindOf(at, "acl") || sentence.is(at, "advcl") || sentence.is(at, "amod");
            boolean leaves = (tells && !term)
                    || sentence.is(at, "ccomp")
                    || (sentence.is(at, "conj") && sentence.upos(at).equals("VERB"));
            aside |= tells || term;
            boolean told = sentence.is(at, "acl:relcl") && sentence.upos(at).equals("VERB");
            if (leaves && at != found.token() && !isOfPhrase(at, found) && (told || !isSubjects(sentence, at, draft))) {
                return false;
            }
            at = sentence.head(at);
        }
        return false;
    }

    /** Whether a clause of its own stands between two tokens: "the firm, whose vats were cleaned before Easter, will". */
    private static boolean isFinite(ParsedSentence sentence, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (sentence.upos(i).equals("AUX")) {
                return true;
            }
        }
        return false;
    }

    /** A participle that only introduces the time: {@code beginning in January}. */
    private static boolean isOfPhrase(int clause, Found found) {
        return clause >= found.from() && clause < found.token();
    }

    /** Whether a time hangs on another act; it may be shared by the last of several where it stands behind it. */
    private static boolean isAnothers(int at, Draft draft, int[] acts, Found found) {
        for (int act : acts) {
            if (act == at && act != draft.act) {
                return !(found.token() > draft.act && act < draft.act);
            }
        }
        return false;
    }

    /** "the March deadline for" */
    private static boolean isOfNoun(ParsedSentence sentence, Draft draft, Found found) {
        int noun = draft.triggerTo - 1;
        return sentence.upos(noun).equals("NOUN") && sentence.head(found.token()) == noun;
    }

    private static boolean isSubjects(ParsedSentence sentence, int clause, Draft draft) {
        return draft.subject != NONE && sentence.head(clause) == draft.subject;
    }

    /** A time between "pledged" and "to open" is that of the pledge. */
    private static boolean isBehindAct(ParsedSentence sentence, Draft draft, Found found) {
        return switch (draft.construction) {
            case DATED ->
                // "announced a strike on Tuesday": that may be the day of the announcement.
                sentence.lower(found.from()).equals("for");
            case INFINITIVE, CLAUSE, OBJECT, COMPELLED -> found.token() > draft.act && draft.act > draft.triggerFrom;
            default -> true;
        };
    }

    /** The lower, the more plainly it is a deadline. */
    private static int rank(ParsedSentence sentence, Draft draft, Found found) {
        Relation relation = found.relation();
        boolean moved = draft.outcome == Outcome.MOVED
                && found.token() > draft.outcomeVerb
                && draft.outcomeVerb != NONE
                && (relation == Relation.UNTIL || sentence.lower(found.from()).equals("to"));
        if (moved || relation == null) {
            return moved ? -1 : Integer.MAX_VALUE;
        }
        if (draft.construction == Construction.UNTIL && found.time().type() == TimeExpression.Type.DURATION) {
            return -1;
        }
        boolean aside = draft.subject != NONE
                && found.token() >= sentence.left(draft.subject)
                && found.token() < sentence.right(draft.subject);
        // "the strike, the third this year, is planned for"
        aside |= draft.construction == Construction.TIME
                && found.token() < draft.triggerFrom
                && found.token() > draft.act;
        return 2 * relation.plainness() + (aside ? 1 : 0);
    }

    private Deadline deadline(ParsedSentence sentence, Draft draft, Found found) {
        TimeExpression time = found.time();
        int end = found.event() == NONE ? time.span().end() : sentence.end(found.event());
        Span span = new Span(sentence.start(found.from()), end);
        Relation relation = found.relation() == null ? Relation.AT : found.relation();
        boolean ahead = isAhead(sentence, time, draft);
        boolean ending =
                relation == Relation.BEFORE && (found.event() != NONE || new TimeWords(sentence, uses).isEnding(time));
        Reckoning.Due due =
                reckoning.due(time, ending ? Relation.BY : relation, ahead, new TimeWords(sentence, uses).isWord(time));
        TimeExpression last = found.event() == NONE ? joined(sentence, time) : null;
        if (last != null) {
            Reckoning.Due later = reckoning.due(last, relation, ahead, new TimeWords(sentence, uses).isWord(last));
            if (Reckoning.isNextDay(due, later)) {
                Span both = new Span(span.start(), last.span().end());
                return new Deadline(time.id(), both, relation, due.edtf() + "/" + later.edtf(), later.latest());
            }
        }
        // "no later than 31 March" is that day, and not one about it.
        Relation within = inside(sentence, sentence.tokenAt(time.span().start()), time);
        boolean exact = within != null && within.isTerm();
        return new Deadline(time.id(), span, relation, exact ? Reckoning.exact(due.edtf()) : due.edtf(), due.latest());
    }

    /** What may be the second of two days: {@code on 4 and 5 September}; null when there is none. */
    private @Nullable TimeExpression joined(ParsedSentence sentence, TimeExpression time) {
        int next = first(time.span().end());
        int and = sentence.tokenAt(time.span().end());
        boolean second = next < times.size()
                && and + 1 < sentence.size()
                && sentence.lower(and).equals("and")
                && sentence.start(and + 1) == times.get(next).span().start();
        return second ? times.get(next) : null;
    }

    /** Whether the day is surely yet to come; that of what was moved is the new one, and the present does not tell. */
    private boolean isAhead(ParsedSentence sentence, TimeExpression time, Draft draft) {
        if (new TimeWords(sentence, uses).isBehind(time)) {
            return false;
        }
        return (draft.outcome == Outcome.MOVED
                || draft.outcome == Outcome.WITHDRAWN
                || (!draft.past && draft.outcome == null && draft.construction != Construction.PRESENT));
    }
}
