package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import org.jspecify.annotations.Nullable;

/** Finds the subject of a reporting verb from its neighbours. Each call takes constant time. */
final class Subjects {

    /** How far the first noun phrase of a clause is looked for. */
    private static final int CLAUSE = 40;

    private final Words words;
    private final NounPhrases phrases;

    Subjects(Words words) {
        this.words = words;
        this.phrases = new NounPhrases(words);
    }

    /** The subject that stands before the verb at {@code cue}, in a clause that begins no earlier than {@code limit}. */
    @Nullable
    Phrase before(int cue, int limit) {
        int verb = firstOfVerb(cue, limit);
        if (verb < 0) {
            return null;
        }
        int to = beforeAdjuncts(verb, limit);
        if (words.is(to - 1, WordClass.RELATIVE)) {
            int antecedent = words.mark(to - 2) == ',' ? to - 2 : to - 1;
            return phrases.endingAt(antecedent, limit);
        }
        boolean joined = words.is(to - 1, WordClass.CONJUNCTION);
        if ((words.isParticiple(cue) && verb == cue) || joined || "to".equals(words.lower(to - 1))) {
            return ofClause(limit, to);
        }
        if (words.mark(to - 1) == ',') {
            return pastApposition(to, limit);
        }
        Phrase nearest = phrases.endingAt(to, limit);
        return nearest != null && isInfinitive(nearest.from()) ? ofClause(limit, to) : nearest;
    }

    /** Whether a bare word behind "to" is a verb, as in "an aide who was not allowed to speak said". */
    private boolean isInfinitive(int i) {
        return "to".equals(words.lower(i - 1)) && !words.isCapitalised(i) && !words.is(i, WordClass.DETERMINER);
    }

    /** The subject behind the verb at {@code cue}: {@code said Jane Roe, the chair}. */
    @Nullable
    Phrase behind(int cue, int limit) {
        int from = cue + 1;
        while (from < limit && (words.isLikeAdverb(from) || isCalendar(from))) {
            from++;
        }
        Phrase subject = phrases.startingAt(from, limit);
        return subject == null ? null : subject.withDescription(appositionAt(subject.to(), limit));
    }

    /** The source that "according to" names: the phrase from {@code from} on. */
    @Nullable
    Phrase named(int from, int limit) {
        // No apposition: at the start of a sentence the comma behind the source begins the main clause.
        return phrases.startingAt(from, limit);
    }

    /** The phrase that is all there is between two tokens. */
    @Nullable
    Phrase exactly(int from, int to) {
        Phrase phrase = phrases.endingAt(to, from);
        return phrase != null && phrase.from() == from ? phrase : null;
    }

    /** First token of the verb group, or -1 when the verb is passive and so has no speaker as its subject. */
    private int firstOfVerb(int cue, int limit) {
        int verb = cue;
        if ("as".equals(words.lower(cue - 1)) && words.isParticiple(cue)) {
            verb = cue - 2;
            return skipBe(skipAdverbs(verb, limit), limit);
        }
        verb = skipAdverbs(verb, limit);
        if (verb > limit && words.is(verb - 1, WordClass.BE)) {
            return words.isParticiple(cue) ? skipBe(verb, limit) : -1;
        }
        return verb;
    }

    private int skipBe(int verb, int limit) {
        int from = verb;
        while (from > limit && words.is(from - 1, WordClass.BE)) {
            from--;
        }
        return skipAdverbs(from, limit);
    }

    private int skipAdverbs(int verb, int limit) {
        int from = verb;
        while (from > limit
                && verb - from < NounPhrases.LONGEST
                && (words.isLikeAdverb(from - 1) || words.is(from - 1, WordClass.AUXILIARY))) {
            from--;
        }
        return from;
    }

    /** Goes left past a day ("on Monday") and brackets ("(R-Ohio)"). */
    private int beforeAdjuncts(int verb, int limit) {
        int to = verb;
        int days = to;
        while (days > limit && verb - days < 6 && isCalendar(days - 1)) {
            days--;
        }
        while (days < to && days > limit && words.is(days - 1, WordClass.CALENDAR_MODIFIER)) {
            days--;
        }
        to = days;
        if (words.mark(to - 1) == ')') {
            for (int i = to - 2; i > limit && i > to - 10; i--) {
                if (words.mark(i) == '(') {
                    return i;
                }
            }
        }
        return to;
    }

    private boolean isCalendar(int i) {
        return words.is(i, WordClass.CALENDAR);
    }

    /** From {@code Jane Roe, the chair, said} the name with what stands between the commas; {@code to} is behind the second. */
    private @Nullable Phrase pastApposition(int to, int limit) {
        int lowest = Math.max(limit, to - CLAUSE);
        int closing = to - 1;
        Phrase best = null;
        int describedFrom = closing;
        for (int i = closing - 1; i >= lowest && best == null; i--) {
            if (words.mark(i) == ',') {
                best = phrases.endingAt(i, limit);
                describedFrom = i + 1;
                if (best == null) {
                    return null;
                }
            }
        }
        if (best == null) {
            return directlyBefore(closing, limit);
        }
        while (words.mark(best.from() - 1) == ',' && best.from() - 1 > lowest) {
            Phrase earlier = phrases.endingAt(best.from() - 1, limit);
            if (earlier == null || words.is(earlier.from() - 1, WordClass.PREPOSITION)) {
                break;
            }
            describedFrom = best.from();
            best = earlier;
        }
        if (words.is(best.from() - 1, WordClass.PREPOSITION)) {
            return directlyBefore(closing, limit);
        }
        return describedFrom < closing && describes(describedFrom)
                ? best.withDescription(words.span(describedFrom, closing))
                : best;
    }

    /** A comma may stand between subject and verb with nothing before it that it could pair with. */
    private @Nullable Phrase directlyBefore(int comma, int limit) {
        Phrase phrase = phrases.endingAt(comma, limit);
        return phrase != null && phrase.from() == limit ? phrase : null;
    }

    /** The apposition that a comma at {@code comma} opens, to the next comma or the end. */
    private @Nullable Span appositionAt(int comma, int limit) {
        if (words.mark(comma) != ',' || !describes(comma + 1)) {
            return null;
        }
        int to = comma + 1;
        while (to < limit && to < comma + CLAUSE && (words.isWord(to) || words.mark(to) == '&')) {
            to++;
        }
        boolean closed = to == limit || words.mark(to) == ',' || words.mark(to) == '.';
        return closed && to > comma + 1 ? words.span(comma + 1, to) : null;
    }

    /** Whether a description may begin here: an article, a title or a noun. */
    private boolean describes(int i) {
        return words.is(i, WordClass.DETERMINER)
                || words.isTitleWord(i)
                || (words.isNounWord(i)
                        && !words.isParticiple(i)
                        && !Character.isDigit(words.lower(i).charAt(0)));
    }

    /** The first noun phrase of the clause, past an adverbial that a comma closes. */
    private @Nullable Phrase ofClause(int limit, int to) {
        int from = limit;
        while (words.mark(from) != ' ' && from < to) {
            from++;
        }
        boolean adverbial = words.is(from, WordClass.PREPOSITION)
                || words.is(from, WordClass.CONJUNCTION)
                || words.isParticiple(from)
                || (words.lower(from).endsWith("ed") && words.is(from + 1, WordClass.PREPOSITION))
                || words.isLikeAdverb(from);
        if (adverbial && !words.is(from, WordClass.DETERMINER)) {
            int comma = from;
            while (comma < to && comma < from + CLAUSE && words.mark(comma) != ',') {
                comma++;
            }
            boolean found = words.mark(comma) == ',' && comma < to - 1;
            from = found ? comma + 1 : from + 1;
        }
        Phrase subject = phrases.startingAt(from, to);
        return subject == null ? null : subject.withDescription(appositionAt(subject.to(), to));
    }
}
