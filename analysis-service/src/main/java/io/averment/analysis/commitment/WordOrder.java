package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/**
 * Finds subjects and further acts by the order of words, where long insertions lead the tree astray: "the commission, having twice found
 * more ballots than voters, is to count them again". Linear in the sentence.
 */
final class WordOrder {

    /** How far up the tree a further act may hang below the first. */
    private static final int HIGHEST = 4;

    private final ParsedSentence sentence;
    private final Clause clause;

    WordOrder(ParsedSentence sentence, Clause clause) {
        this.sentence = sentence;
        this.clause = clause;
    }

    /**
     * The subject of a verb that stands behind an insertion between commas, where the tree found it within the insertion or not at all;
     * that of the tree anywhere else.
     *
     * @param trigger the first of the words that say that something is undertaken
     * @param told the subject by the tree
     */
    int subject(int trigger, int told) {
        int verb = sentence.isKindOf(trigger, "aux") || sentence.is(trigger, "cop") ? sentence.head(trigger) : trigger;
        if (sentence.isKindOf(verb, "acl")) {
            return told;
        }
        int first = trigger;
        while (first > 0 && isBeforeVerb(first - 1)) {
            first--;
        }
        if (first < 2 || !isComma(first - 1)) {
            return told != NONE ? told : before(first);
        }
        int from = 0;
        while (from < first && sentence.isDateline(from)) {
            from++;
        }
        for (int i = from + 1; i < first; i++) {
            if (!isComma(i)) {
                continue;
            }
            int head = phrase(from, i);
            if (head != NONE) {
                boolean kept = told >= from && told < i;
                return kept || i == first - 1 ? told : head;
            }
            if (!isAside(from)) {
                return told;
            }
            from = i + 1;
        }
        return told;
    }

    /** The noun right before a verb, with what it is a part of: "Libya will free"; NONE when there is none. */
    private int before(int verb) {
        int at = verb - 1;
        if (at < 0 || !clause.isNominal(at) || sentence.xpos(at).startsWith("W")) {
            return NONE;
        }
        for (int step = 0; step < HIGHEST; step++) {
            int head = sentence.head(at);
            boolean part = head != NONE && head < at && clause.isNominal(head) && !sentence.is(at, "conj");
            at = part ? head : at;
        }
        return at;
    }

    private boolean isBeforeVerb(int token) {
        return sentence.upos(token).equals("AUX")
                || sentence.lower(token).equals("not")
                || (sentence.upos(token).equals("ADV") && !isClausal(token));
    }

    private boolean isComma(int token) {
        return sentence.lower(token).equals(",");
    }

    private boolean isClausal(int token) {
        return clause.isVerbal(token) || sentence.xpos(token).startsWith("W");
    }

    /** Whether a stretch begins as what stands before a subject: in May, after it closed, having won. */
    private boolean isAside(int from) {
        return switch (sentence.upos(from)) {
            case "ADP", "SCONJ", "ADV" -> true;
            case "VERB", "AUX" ->
                sentence.xpos(from).equals("VBG") || sentence.xpos(from).equals("VBN");
            default -> false;
        };
    }

    /** The head of a stretch that is nothing but a noun's phrase; NONE for any other. */
    private int phrase(int from, int to) {
        if (from >= to || isAside(from) || sentence.upos(from).equals("CCONJ")) {
            return NONE;
        }
        int head = NONE;
        for (int i = from; i < to; i++) {
            if (isClausal(i) && !sentence.is(i, "amod") && !sentence.is(i, "compound")) {
                return NONE;
            }
            boolean leaves = sentence.head(i) < from || sentence.head(i) >= to;
            boolean noun = sentence.upos(i).equals("NOUN") || sentence.upos(i).equals("PROPN");
            boolean behind = i > from && sentence.is(i, "nmod");
            head = head == NONE && leaves && noun && !behind ? i : head;
        }
        return head;
    }

    /**
     * The next infinitive of a list that an infinitive begins: "to pay, to post a notice and to leave"; NONE when there is none. What stands
     * behind a comma alone is a purpose rather than one of a list, unless an "and to" ends it.
     */
    int next(int act) {
        if (!clause.hasTo(act)) {
            return NONE;
        }
        int listed = NONE;
        for (int to = act + 1; to + 1 < sentence.size(); to++) {
            int verb = clause.infinitive(to);
            if (verb == NONE || !hangsBelow(verb, act)) {
                continue;
            }
            int before = sentence.lower(to - 1).equals("not") ? to - 2 : to - 1;
            if (sentence.lower(before).equals("and")) {
                return listed == NONE ? verb : listed;
            }
            if (listed == NONE && isComma(before)) {
                listed = verb;
            }
        }
        return NONE;
    }

    private boolean hangsBelow(int verb, int act) {
        int at = verb;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == act || at == sentence.head(act)) {
                return true;
            }
            switch (sentence.relation(at)) {
                case "conj", "advcl", "xcomp" -> at = sentence.head(at);
                default -> {
                    return false;
                }
            }
        }
        return false;
    }
}
