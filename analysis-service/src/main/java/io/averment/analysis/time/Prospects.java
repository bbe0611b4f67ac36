package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;
import org.jspecify.annotations.Nullable;

/**
 * Tells what lies ahead whatever the tense of the verb above: what was pledged to be done, the day to which something was put off, what a
 * condition waits for. Of one sentence; each walk is bounded.
 */
final class Prospects {

    private static final int REACH = 12;
    private static final int HIGHEST = 3;

    private final String text;
    private final Surroundings surroundings;
    private final SentenceTokens tokens;
    private final SentenceSyntax tree;

    Prospects(String text, Surroundings surroundings, SentenceTokens tokens, SentenceSyntax tree) {
        this.text = text;
        this.surroundings = surroundings;
        this.tokens = tokens;
        this.tree = tree;
    }

    /** The verb that a time belongs to, where it stands before the infinitive that the tree gave it to: {@code agreed Monday to return}. */
    int owner(int governor, int end) {
        if (governor == SentenceSyntax.ROOT) {
            return governor;
        }
        int particle = particle(governor);
        int head = tree.head(governor);
        boolean before = particle >= end && head != SentenceSyntax.ROOT && head < particle && isVerb(head);
        return before ? head : governor;
    }

    /** Whether a time is that of a past deed of planning itself: {@code had pledged in January to finish}. */
    boolean isOfDeed(int verb, int end) {
        if (verb == SentenceSyntax.ROOT || !isVerb(verb) || !isPastActive(verb)) {
            return false;
        }
        for (int i = Math.max(verb + 1, end); i < Math.min(tree.size(), Math.max(verb, end) + REACH); i++) {
            boolean infinitive = tree.head(i) != SentenceSyntax.ROOT
                    && tree.head(tree.head(i)) == verb
                    && particle(tree.head(i)) == i;
            if (infinitive) {
                return true;
            }
        }
        return end < tree.size() && isMisreadInfinitive(end);
    }

    /** Whether "to" and a bare noun behind it, straight behind a time, are an infinitive that the tree did not know. */
    private boolean isMisreadInfinitive(int to) {
        return is(to, Surrounding.RUNS)
                && tree.relation(to).equals("case")
                && to + 1 < tree.size()
                && tree.head(to) == to + 1
                && tree.xpos(to + 1).equals("NN");
    }

    private boolean isPastActive(int verb) {
        boolean past = tree.xpos(verb).equals("VBD");
        // A past that the tree takes for a participle has a subject and no auxiliary.
        boolean bare = tree.xpos(verb).equals("VBN") && tree.dependent(verb, "nsubj") != SentenceSyntax.ROOT;
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) == verb) {
                bare &= !tree.relation(i).startsWith("aux");
                if (tree.relation(i).equals("aux:pass")) {
                    return false;
                }
                past |= tree.relation(i).equals("aux") && tree.xpos(i).equals("VBD");
            }
        }
        return past || bare;
    }

    /**
     * Whether a verb is an infinitive, or the bare form of what is wanted, below a word that looks ahead: {@code pledged to close}. A bare
     * day behind what was to be done is often that of the report: {@code extended offers to buy it Friday}.
     */
    boolean isAhead(int verb, int first) {
        int particle = particle(verb);
        if (particle != SentenceSyntax.ROOT && particle > 0 && isForward(particle - 1)) {
            return !tree.upos(particle - 1).equals("NOUN") || isLed(first);
        }
        int head = tree.head(verb);
        boolean bare = tree.xpos(verb).equals("VB") && (particle != SentenceSyntax.ROOT || !hasAuxiliary(verb));
        return bare
                && head != SentenceSyntax.ROOT
                && head < verb
                && isComplement(tree.relation(verb))
                && isForward(head);
    }

    /** Whether what was planned was planned before what the clause tells of: {@code was due to open}, {@code was scheduled for May}. */
    boolean isOfThePast(int verb) {
        int particle = particle(verb);
        int above = particle != SentenceSyntax.ROOT && tree.head(verb) != SentenceSyntax.ROOT ? tree.head(verb) : verb;
        return isWas(verb) || isWas(above);
    }

    private boolean isWas(int verb) {
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            boolean auxiliary =
                    tree.relation(i).startsWith("aux") || tree.relation(i).equals("cop");
            if (tree.head(i) == verb && auxiliary && tree.xpos(i).equals("VBD")) {
                return true;
            }
        }
        return false;
    }

    private boolean isLed(int first) {
        return first > 0
                && (tree.xpos(first - 1).equals("IN") || tree.xpos(first - 1).equals("TO"));
    }

    private static boolean isComplement(String relation) {
        return switch (relation) {
            case "xcomp", "ccomp", "advcl", "acl" -> true;
            default -> false;
        };
    }

    private boolean hasAuxiliary(int verb) {
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) == verb && tree.relation(i).startsWith("aux")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a time is one by which something is to be done that a word before it promises or wants: {@code vowed it would go by Friday}. */
    boolean isTerm(int governor, int first) {
        int deed = verbAbove(governor);
        boolean past = deed != SentenceSyntax.ROOT && deed < first && isPastActive(deed);
        if (past && isForward(deed) && isPart(deed, first)) {
            return true;
        }
        if (first == 0 || !is(first - 1, Surrounding.MAY_OPEN)) {
            return false;
        }
        if (past && (isForward(deed) || isOfDeal(deed, first))) {
            return true;
        }
        // Where the tree gave the time to the verb above the infinitive.
        for (int i = first - 1; i > Math.max(0, first - REACH) && !isFinite(i); i--) {
            boolean planned = isVerb(i - 1) && surroundings.has(lemma(i - 1), Surrounding.PLANS);
            if (tree.xpos(i).equals("TO") && (planned || isForward(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The verb that a word belongs to: in "promised 500 buses: 200 by June" that of "200". */
    private int verbAbove(int token) {
        int at = token;
        for (int steps = 0; at != SentenceSyntax.ROOT && steps < HIGHEST && !isVerb(at); steps++) {
            at = tree.head(at);
        }
        return at != SentenceSyntax.ROOT && isVerb(at) ? at : SentenceSyntax.ROOT;
    }

    /** Whether a colon stands between a promise and a time, which is then that of a part of what was promised. */
    private boolean isPart(int deed, int first) {
        for (int i = deed + 1; i < first; i++) {
            if (tree.xpos(i).equals(":")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a deed made a deal of which an infinitive, though the tree may not know it, says what is to be done: signed a deal to free. */
    private boolean isOfDeal(int deed, int first) {
        int deal = tree.dependent(deed, "obj");
        if (deal == SentenceSyntax.ROOT || deal < deed || !isForward(deal)) {
            return false;
        }
        for (int i = deal + 1; i < first - 2; i++) {
            boolean to = tree.xpos(i).equals("TO") || tree.xpos(i).equals("IN");
            if (to
                    && is(i, Surrounding.RUNS)
                    && !tree.xpos(i + 1).equals("DT")
                    && !tree.upos(i + 1).equals("PROPN")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a time is that at which something was promised, not that for which it was: {@code was promised in December}. */
    boolean isOfPromise(int verb, int first) {
        if (!tree.xpos(verb).equals("VBN") || !surroundings.has(lemma(verb), Surrounding.PROMISES)) {
            return false;
        }
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            boolean auxiliary = tree.head(i) == verb && tree.relation(i).startsWith("aux");
            if (auxiliary && (tree.xpos(i).equals("VBZ") || tree.xpos(i).equals("VBP"))) {
                // "Has promised the trains in April": the perfect names no day.
                return false;
            }
        }
        return first == 0 || is(first - 1, Surrounding.WHEN) || first - 1 == verb;
    }

    private boolean isFinite(int token) {
        return switch (tree.xpos(token)) {
            case "VBD", "VBZ", "VBP", "MD" -> true;
            default -> false;
        };
    }

    /** Whether something was put off or brought forward to a time. */
    boolean isDeferral(int governor, int first) {
        return first > 0 && is(first - 1, Surrounding.RUNS) && isOfDeferral(governor, first);
    }

    /** Whether something was moved from a time to another one, so that it lies on either side: {@code moved from June 30 to July 3}. */
    boolean isDeferred(int governor, int first, int end) {
        return first > 0
                && is(first - 1, Surrounding.STARTS)
                && end < tree.size()
                && is(end, Surrounding.RUNS)
                && isOfDeferral(governor, first);
    }

    private boolean isOfDeferral(int governor, int first) {
        int at = governor;
        for (int steps = 0; at != SentenceSyntax.ROOT && steps < HIGHEST; steps++) {
            if (isVerb(at)) {
                return at < first && surroundings.has(lemma(at), Surrounding.DEFERS);
            }
            at = tree.head(at);
        }
        return false;
    }

    /** Whether a time is that of a condition which is not yet met: {@code unless they agree by Friday}. */
    boolean isOfCondition(int verb, int first, Direction tense) {
        if (verb == SentenceSyntax.ROOT || !isConditional(verb)) {
            return false;
        }
        boolean term = first > 0 && is(first - 1, Surrounding.MAY_OPEN);
        return tense == Direction.PRESENT || (tense == Direction.PAST && term && !isPluperfect(verb));
    }

    private boolean isConditional(int verb) {
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) == verb && tree.relation(i).equals("mark")) {
                return is(i, Surrounding.CONDITION)
                        || (i > 0 && is(i, Surrounding.OPENS_CLAUSE) && is(i - 1, Surrounding.CONDITION));
            }
        }
        return false;
    }

    private boolean isPluperfect(int verb) {
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) == verb && tree.xpos(i).equals("VBD") && surroundings.has(lemma(i), Surrounding.PERFECT)) {
                return true;
            }
        }
        return false;
    }

    /** The clause that a time belongs to which the tree gave to the verb of saying behind it: {@code it will close, from 1 May, he said}. */
    int content(int governor, int first, int end) {
        if (governor == SentenceSyntax.ROOT || governor < end || !isVerb(governor)) {
            return governor;
        }
        int clause = tree.dependent(governor, "ccomp");
        int subject = tree.dependent(governor, "nsubj");
        boolean inside = clause != SentenceSyntax.ROOT && clause < first && subject >= end;
        return inside ? clause : governor;
    }

    /** The "to" of an infinitive; {@link SentenceSyntax#ROOT} of other words. */
    private int particle(int verb) {
        if (verb > 0 && tree.xpos(verb - 1).equals("TO") && tree.xpos(verb).equals("VB")) {
            return verb - 1;
        }
        if (verb > 0 && tree.relation(verb - 1).equals("fixed") && is(verb - 1, Surrounding.RUNS)) {
            // "Was due to open", where the tree takes "due to" for a preposition.
            return verb - 1;
        }
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) == verb
                    && tree.relation(i).equals("mark")
                    && tree.xpos(i).equals("TO")) {
                return i;
            }
        }
        return SentenceSyntax.ROOT;
    }

    /** Not of a promise that was broken: what was to be done should have been. */
    private boolean isForward(int token) {
        if (!surroundings.has(lemma(token), Surrounding.FORWARD)) {
            return false;
        }
        int head = tree.head(token);
        return !(tree.upos(token).equals("NOUN")
                && head != SentenceSyntax.ROOT
                && surroundings.has(lemma(head), Surrounding.BREAKS));
    }

    private String lemma(int token) {
        return tree.lemma(token, tokens.of(text, token));
    }

    private boolean isVerb(int token) {
        return tree.upos(token).equals("VERB");
    }

    private boolean is(int token, Surrounding what) {
        return surroundings.has(tokens.of(text, token), what);
    }

    /** Those of a sentence; null of one without a tree. */
    @Nullable
    static Prospects of(String text, Surroundings surroundings, SentenceTokens tokens, @Nullable SentenceSyntax tree) {
        return tree == null ? null : new Prospects(text, surroundings, tokens, tree);
    }
}
