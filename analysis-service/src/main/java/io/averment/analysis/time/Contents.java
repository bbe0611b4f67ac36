package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;

/**
 * Finds what a verb or a noun of saying, promising or planning is about: the infinitive or clause that it governs, the words behind its
 * colon, or the clause before it ("..., he said"). Where the tree is in doubt, the words that open the content decide: "that", "to", a
 * colon. For one thread.
 */
final class Contents {

    private static final int[] NONE = {};

    /** How near its noun a content begins: an agreement with the union in 2019 to ... */
    private static final int REACH = 9;

    /** So many words lead a time at the head of a sentence: starting from May. */
    private static final int MOST_LEADING = 2;

    /** How far behind a time the comma behind an inserted speaker may stand. */
    private static final int LONGEST_SPEAKER = 12;

    private final String text;
    private final Surroundings surroundings;
    private boolean infinitive;

    Contents(String text, Surroundings surroundings) {
        this.text = text;
        this.surroundings = surroundings;
    }

    /** Whether a token is a verb or a noun of saying, promising, planning. */
    boolean isSaying(SentenceSyntax tree, SentenceTokens tokens, int token) {
        String upos = tree.upos(token);
        return (upos.equals("VERB") || upos.equals("NOUN"))
                && surroundings.has(tree.lemma(token, tokens.of(text, token)), Surrounding.SAYS);
    }

    /** First token and one past the last of the content; empty where there is none. */
    int[] of(SentenceSyntax tree, SentenceTokens tokens, int verb) {
        infinitive = false;
        int end = end(tree, verb);
        // A noun's own content follows it at once: a promise to finish; not "signed a law and left to ...".
        int reach = tree.upos(verb).equals("NOUN") ? Math.min(end, verb + REACH) : end;
        for (int i = verb + 1; i < reach; i++) {
            if (opens(tree, tokens, i, verb)) {
                infinitive = tree.xpos(i).equals("TO");
                return new int[] {i, end};
            }
            if (isFinite(tree, i) && !tree.isUnder(i, verb)) {
                break;
            }
        }
        if (tree.upos(verb).equals("VERB")) {
            return before(tree, verb);
        }
        return isCited(tree, tokens, verb) ? around(tree, verb) : NONE;
    }

    /** Whether the content that was found last is an infinitive, which tells of what is to come. */
    boolean isInfinitive() {
        return infinitive;
    }

    /** The verb of a noun (made a promise to ...), which has the time of the saying; of a verb it is the verb itself. */
    int deed(SentenceSyntax tree, int verb) {
        if (!tree.upos(verb).equals("NOUN")) {
            return verb;
        }
        int head = tree.head(verb);
        String relation = tree.relation(verb);
        boolean object = relation.equals("obj") || relation.startsWith("nsubj:pass") || relation.equals("obl");
        return object && head != SentenceSyntax.ROOT ? head : verb;
    }

    /**
     * The token outside a stretch that its words depend on, or the stretch's own head where that is the root. What stands between a verb and
     * the subject of the clause that it governs is the verb's, whatever the tree says: said in May it would close. What stands at the head of
     * a sentence before an inserted verb of saying is of the clause behind it: from May, the minister said, petrol will be taxed.
     */
    static int governor(SentenceSyntax tree, int first, int end) {
        int governor = outside(tree, first, end);
        int clause = aroundInsertion(tree, governor, first, end);
        if (clause != SentenceSyntax.ROOT) {
            return clause;
        }
        int verb = first > 0 && tree.xpos(first - 1).equals("IN") ? first - 2 : first - 1;
        boolean before = governor != SentenceSyntax.ROOT && verb >= 0 && tree.head(governor) == verb;
        return before && isClause(tree.relation(governor)) && isBeforeSubject(tree, governor, end - 1)
                ? verb
                : governor;
    }

    /** The verb of the clause behind an inserted verb of saying, which has a comma on both sides; ROOT where there is none. */
    private static int aroundInsertion(SentenceSyntax tree, int governor, int first, int end) {
        boolean fronted =
                first <= MOST_LEADING && governor > end && tree.xpos(end).equals(",");
        if (!fronted || tree.dependent(governor, "mark") != SentenceSyntax.ROOT) {
            return SentenceSyntax.ROOT;
        }
        int next = governor + 1;
        if (governor == end + 1) {
            // "From May, said the minister, ..."
            while (next < tree.size() - 1 && next < end + LONGEST_SPEAKER && isOfName(tree.upos(next))) {
                next++;
            }
        } else if (tree.dependent(governor, "nsubj") < end) {
            return SentenceSyntax.ROOT;
        }
        if (next >= tree.size() || !tree.xpos(next).equals(",")) {
            return SentenceSyntax.ROOT;
        }
        int clause = tree.dependent(governor, "ccomp");
        String relation = tree.relation(governor);
        boolean below = relation.equals("advcl") || relation.equals("parataxis");
        clause = clause == SentenceSyntax.ROOT && below ? tree.head(governor) : clause;
        return clause > next ? clause : SentenceSyntax.ROOT;
    }

    private static boolean isOfName(String upos) {
        return switch (upos) {
            case "PROPN", "NOUN", "DET", "ADJ", "ADP" -> true;
            default -> false;
        };
    }

    private static int outside(SentenceSyntax tree, int first, int end) {
        for (int i = end - 1; i >= first; i--) {
            int head = tree.head(i);
            if (head == SentenceSyntax.ROOT) {
                return i;
            }
            if (head < first || head >= end) {
                return head;
            }
        }
        return SentenceSyntax.ROOT;
    }

    /** Whether a token stands before the subject of a verb, which is in front of it. */
    private static boolean isBeforeSubject(SentenceSyntax tree, int verb, int token) {
        for (int i = token + 1; i < verb; i++) {
            if (tree.head(i) == verb && tree.relation(i).startsWith("nsubj")) {
                return true;
            }
        }
        return false;
    }

    /** One past the last token that the verb of saying governs, or the verb that its noun belongs to. */
    private int end(SentenceSyntax tree, int verb) {
        int top = deed(tree, verb);
        int last = verb;
        for (int i = verb + 1; i < tree.size(); i++) {
            if (tree.isUnder(i, top) && !isBesides(tree, i, top)) {
                last = i;
            }
        }
        return last + 1;
    }

    /** Whether a token belongs to what else was done: said that ..., and left. */
    private static boolean isBesides(SentenceSyntax tree, int token, int top) {
        int at = token;
        while (at != top && tree.head(at) != top) {
            at = tree.head(at);
        }
        return at != top && tree.relation(at).equals("conj");
    }

    private boolean opens(SentenceSyntax tree, SentenceTokens tokens, int token, int verb) {
        String tag = tree.xpos(token);
        int head = tree.head(token);
        if (tag.equals("TO")) {
            return token + 1 < tree.size()
                    && (tree.relation(token).equals("mark")
                            || tree.xpos(token + 1).equals("VB"));
        }
        if (tree.relation(token).equals("mark") && surroundings.has(tokens.of(text, token), Surrounding.OPENS_CLAUSE)) {
            return head != SentenceSyntax.ROOT && tree.isUnder(head, verb);
        }
        return tag.equals(":") || tag.equals("``") || isOfClause(tree, token, verb);
    }

    /** Whether a token stands in a clause that is the verb's object (said it would close), and not between the verb and its subject. */
    private static boolean isOfClause(SentenceSyntax tree, int token, int verb) {
        int at = token;
        int below = token;
        while (at != SentenceSyntax.ROOT && tree.head(at) != verb) {
            below = at;
            at = tree.head(at);
        }
        if (at == SentenceSyntax.ROOT || at <= verb || !isClause(tree.relation(at))) {
            return false;
        }
        return !(tree.relation(below).startsWith("obl") && isBeforeSubject(tree, at, below));
    }

    private static boolean isClause(String relation) {
        return relation.equals("ccomp") || relation.equals("xcomp");
    }

    private static boolean isFinite(SentenceSyntax tree, int token) {
        return switch (tree.xpos(token)) {
            case "VBD", "VBZ", "VBP", "MD" -> true;
            default -> false;
        };
    }

    /** Whether a noun is named as what says the rest of the sentence: under a deal of 2022, according to a letter. */
    private boolean isCited(SentenceSyntax tree, SentenceTokens tokens, int noun) {
        for (int i = Math.max(0, noun - REACH); i < noun; i++) {
            if (tree.head(i) == noun && surroundings.has(tokens.of(text, i), Surrounding.CITES)) {
                return true;
            }
        }
        return false;
    }

    /** What stands behind a noun at the head of a sentence, or before one at its end. */
    private static int[] around(SentenceSyntax tree, int noun) {
        int first = noun;
        int last = noun;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isUnder(i, noun)) {
                first = Math.min(first, i);
                last = i;
            }
        }
        int head = tree.head(noun);
        return head < first ? new int[] {0, first} : new int[] {last + 1, tree.size()};
    }

    /** The clause before a verb of saying that is its object, or that it is inserted into. */
    private static int[] before(SentenceSyntax tree, int verb) {
        int clause = tree.dependent(verb, "ccomp");
        boolean inserted = clause == SentenceSyntax.ROOT && tree.relation(verb).equals("parataxis");
        if (inserted) {
            clause = tree.head(verb);
        }
        if (clause == SentenceSyntax.ROOT || clause > verb) {
            return NONE;
        }
        int first = clause;
        int last = clause;
        for (int i = 0; i < verb; i++) {
            if (tree.isUnder(i, clause) && !(inserted && tree.isUnder(i, verb))) {
                first = Math.min(first, i);
                last = i;
            }
        }
        return new int[] {first, last + 1};
    }
}
