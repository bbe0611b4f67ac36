package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/**
 * Tells a deed that keeps an undertaking from one that has only begun to: "will drill 40 wells. So far it has drilled 12", "has mended
 * half of them", "has cut it by a tenth". Linear in the sentences of both.
 */
final class Completion {

    /** Shares that differ by less are the same. */
    private static final double ROUNDING = 1e-6;

    private final WordUses words;
    private final Counts counts;
    private final Shares shares;
    private final Participants participants;

    Completion(WordUses words, Counts counts, Shares shares, Participants participants) {
        this.words = words;
        this.counts = counts;
        this.shares = shares;
        this.participants = participants;
    }

    /** How much of what was undertaken a deed is told of. */
    Extent extent(ParsedSentence undertaking, int act, ParsedSentence sentence, int deed) {
        int done = undergoing(sentence, deed);
        if (done != NONE && isNothing(sentence, done)) {
            return Extent.NOTHING;
        }
        return isRestricted(undertaking, act, sentence, deed) || !isWhole(undertaking, act, sentence, deed)
                ? Extent.PART
                : Extent.WHOLE;
    }

    /** "nothing", "none of them", "not one", "no camera" */
    boolean isNothing(ParsedSentence sentence, int noun) {
        int determiner = sentence.dependent(noun, "det");
        int first = sentence.left(noun);
        boolean denied = first > 0 && words.is(sentence.lower(first - 1), WordUse.NOT);
        boolean one = sentence.lower(noun).equals("one");
        return words.is(sentence.lower(noun), WordUse.NOTHING)
                || (determiner != NONE && words.is(sentence.lower(determiner), WordUse.NO))
                || (one && (denied || words.is(sentence.lower(first), WordUse.NOT)));
    }

    /** "none of them", "not one", and no more than that: what was spoken of is not named again. */
    boolean isNoneOfThem(ParsedSentence sentence, int noun) {
        boolean one = sentence.lower(noun).equals("one") || words.is(sentence.lower(noun), WordUse.UNNAMED);
        return one && isNothing(sentence, noun);
    }

    /** Whether a verb is told of none of the things that a noun counts: {@code none has arrived}, {@code it has not been built}. */
    boolean isUndone(ParsedSentence undertaking, int thing, ParsedSentence sentence, int verb) {
        Clause clause = new Clause(sentence, words);
        int object = sentence.dependent(verb, "obj");
        int done = object != NONE ? object : clause.subject(verb);
        if (done == NONE) {
            return false;
        }
        boolean same = sentence.lemma(done).equals(undertaking.lemma(thing));
        if (isNothing(sentence, done)) {
            return same || isNoneOfThem(sentence, done);
        }
        boolean pronoun = sentence.upos(done).equals("PRON") && (object != NONE || clause.isPassive(verb));
        boolean any = object != NONE && sentence.lower(done).equals("any");
        return clause.isNegated(verb) && (same || pronoun || any);
    }

    /** "paid late", without the time of which it would be late: "late on Monday" is a time of the day. */
    boolean isLate(ParsedSentence sentence, int deed) {
        for (int i = deed + 1; i < sentence.right(deed); i++) {
            boolean near = sentence.head(i) == deed || participants.isTime(sentence, sentence.head(i));
            if (near && words.is(sentence.lower(i), WordUse.LATE) && !isOfTime(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfTime(ParsedSentence sentence, int late) {
        int next = late + 1;
        boolean every = next < sentence.size() && words.is(sentence.lower(next), WordUse.WHOLE);
        boolean time = next < sentence.size()
                && (participants.isTime(sentence, next) || sentence.is(next, "case") || sentence.is(next, "fixed"));
        return !every && (time || participants.isTime(sentence, late));
    }

    private boolean isWhole(ParsedSentence undertaking, int act, ParsedSentence sentence, int deed) {
        double share = share(sentence, deed);
        double promisedShare = share(undertaking, act);
        if (share > 0) {
            boolean by = promisedShare == 0 && isMeasured(sentence, deed);
            return by || share > (promisedShare > 0 ? promisedShare : 1) - ROUNDING;
        }
        double promised = promisedShare > 0 ? 0 : count(undertaking, act);
        int done = undergoing(sentence, deed);
        double counted = count(sentence, deed);
        if (promised > 0 && counted > 0) {
            return counted >= promised;
        }
        if (hasWord(sentence, deed, WordUse.INTERIM)) {
            return false;
        }
        if (hasWord(sentence, deed, WordUse.ALREADY) && counted > 0) {
            return false;
        }
        if (promised > 1) {
            return done != NONE && isDefinite(sentence, done);
        }
        return done == NONE || !isPartOf(undertaking, act, sentence, done);
    }

    /** How many, also where it is told by how much: {@code cut its staff by 500}; 0 when that is not told. */
    private double count(ParsedSentence sentence, int verb) {
        int undergoing = undergoing(sentence, verb);
        double count = undergoing == NONE ? 0 : counts.of(sentence, undergoing);
        int measure = measure(sentence, verb);
        return count > 0 || measure == NONE ? count : counts.of(sentence, measure);
    }

    /** The share that a verb is told of, or by; 0 when none is told. */
    private double share(ParsedSentence sentence, int verb) {
        for (int noun : new int[] {undergoing(sentence, verb), measure(sentence, verb)}) {
            for (int i = noun == NONE ? 0 : sentence.left(noun); noun != NONE && i < sentence.right(noun); i++) {
                boolean own = i == noun || (sentence.head(i) == noun && i < noun);
                double share = own && !participants.isTime(sentence, i) ? shares.of(sentence, i) : 0;
                if (share > 0) {
                    return share;
                }
            }
        }
        return 0;
    }

    private boolean isMeasured(ParsedSentence sentence, int verb) {
        return measure(sentence, verb) != NONE;
    }

    /** By how much something is done: {@code by a tenth}; NONE when that is not told. */
    private int measure(ParsedSentence sentence, int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            int mark = i > verb && sentence.isKindOf(i, "obl") ? sentence.dependent(i, "case") : NONE;
            boolean by = mark != NONE && sentence.lower(mark).equals("by");
            if (by && !participants.isTime(sentence, i) && (shares.of(sentence, i) > 0 || counts.of(sentence, i) > 0)) {
                return i;
            }
        }
        return NONE;
    }

    /** What an act is done to, or what a verb without object is told of; NONE when that is not named. */
    private int undergoing(ParsedSentence sentence, int verb) {
        int object = sentence.dependent(verb, "obj");
        if (object != NONE) {
            return object;
        }
        Clause clause = new Clause(sentence, words);
        int subject = clause.subject(verb);
        boolean acting = subject != NONE && sentence.upos(subject).equals("PRON") && !clause.isPassive(verb);
        return acting ? NONE : subject;
    }

    /** "only", "barely", "partly" beside a deed or what it is done to, unless so it was undertaken. */
    private boolean isRestricted(ParsedSentence undertaking, int act, ParsedSentence sentence, int deed) {
        int done = undergoing(sentence, deed);
        for (int i = sentence.left(deed); i < sentence.right(deed); i++) {
            int head = sentence.head(i);
            boolean near = head == deed || head == done || (head != NONE && sentence.head(head) == deed);
            if (near && words.is(sentence.lower(i), WordUse.RESTRICTING) && !has(undertaking, act, sentence.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(ParsedSentence sentence, int verb, String word) {
        for (int i = sentence.left(verb); i < sentence.right(verb); i++) {
            if (sentence.lower(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** "some", "few of them", "most lamps" of what was to be done to several; {@code the second bridge} may be what was meant. */
    private boolean isPartOf(ParsedSentence undertaking, int act, ParsedSentence sentence, int done) {
        String noun = sentence.lower(done);
        int part = words.is(noun, WordUse.PART) && !has(undertaking, act, noun) ? done : NONE;
        int meant = undergoing(undertaking, act);
        boolean several = meant != NONE && (undertaking.xpos(meant).endsWith("S") || isDefinite(undertaking, meant));
        for (int i = sentence.firstDependent(done); i != NONE && i < done; i = sentence.nextDependent(i)) {
            String word = sentence.lower(i);
            if (words.is(word, WordUse.WHOLE) && !word.equals("the")) {
                return false;
            }
            boolean among = several && words.is(word, WordUse.PART) && !has(undertaking, act, word);
            part = part == NONE && among ? i : part;
        }
        boolean another = part == done && noun.equals("one") && !several;
        return part != NONE && !another;
    }

    /** Whether it is all of what was spoken of: {@code them}, {@code the trams}, but not {@code the first of them}, {@code two}. */
    private boolean isDefinite(ParsedSentence sentence, int noun) {
        if (words.is(sentence.lower(noun), WordUse.PART)) {
            return false;
        }
        boolean definite = sentence.upos(noun).equals("PRON");
        for (int i = sentence.firstDependent(noun); i != NONE && i < noun; i = sentence.nextDependent(i)) {
            if (words.is(sentence.lower(i), WordUse.PART)) {
                return false;
            }
            definite |= sentence.is(i, "nmod:poss") || words.is(sentence.lower(i), WordUse.WHOLE);
        }
        return definite;
    }

    private boolean hasWord(ParsedSentence sentence, int verb, WordUse use) {
        int to = Math.min(sentence.size(), sentence.right(verb));
        for (int i = sentence.left(verb); i < to; i++) {
            String word = sentence.lower(i);
            if (words.is(word, use) || (i + 1 < to && words.is(word + '-' + sentence.lower(i + 1), use))) {
                return true;
            }
        }
        return false;
    }
}
