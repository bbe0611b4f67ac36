package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a tree whether what an expression belongs to was or will be: the verb above it with its auxiliaries, else the verb above
 * that. Each walk is bounded.
 */
final class Tenses {

    private static final int REACH = 12;
    private static final int HIGHEST = 6;

    private final String text;
    private final Surroundings surroundings;
    private SentenceTokens tokens = new SentenceTokens(new int[0], new int[0]);

    @Nullable
    private SentenceSyntax syntax;

    @Nullable
    private Prospects prospects;

    private boolean headline;
    private int lastEnd;
    private Direction last = Direction.UNKNOWN;

    Tenses(String text, Surroundings surroundings) {
        this.text = text;
        this.surroundings = surroundings;
    }

    /** @param isHeadline whether the sentence is the headline */
    void read(SentenceTokens sentence, @Nullable SentenceSyntax tree, boolean isHeadline) {
        headline = isHeadline;
        tokens = sentence;
        syntax = tree;
        prospects = Prospects.of(text, surroundings, sentence, tree);
        lastEnd = -1;
    }

    /** The direction of the clause that a stretch of tokens belongs to. Stretches of a sentence come in order. */
    Direction of(int first, int end) {
        SentenceSyntax tree = syntax;
        Prospects ahead = prospects;
        if (tree == null || ahead == null) {
            return Direction.UNKNOWN;
        }
        last = direction(tree, ahead, first, end);
        lastEnd = end;
        return last;
    }

    private Direction direction(SentenceSyntax tree, Prospects ahead, int first, int end) {
        int governor = Contents.governor(tree, first, end);
        if (ahead.isDeferral(governor, first)) {
            return Direction.FUTURE;
        }
        if (ahead.isDeferred(governor, first, end)) {
            return Direction.UNKNOWN;
        }
        if (first > 0 && first == lastEnd + 1 && surroundings.has(tokens.of(text, first - 1), Surrounding.RUNS)) {
            // A stretch ends on the side of the present on which it begins.
            return last;
        }
        if (first > 0 && surroundings.has(tokens.of(text, first - 1), Surrounding.CLOSES)) {
            return Direction.PAST;
        }
        if (first > 0 && surroundings.has(tokens.of(text, first - 1), Surrounding.OPENS)) {
            return Direction.FUTURE;
        }
        Direction predicate = ofPredicate(tree, first, end);
        return predicate == Direction.UNKNOWN ? ofVerbs(tree, ahead, governor, first, end) : predicate;
    }

    private Direction ofVerbs(SentenceSyntax tree, Prospects ahead, int governor, int first, int end) {
        int verb = ahead.content(ahead.owner(governor, end), first, end);
        if (ahead.isOfDeed(verb, end)) {
            return ofVerb(tree, verb);
        }
        if (ahead.isTerm(verb, first)) {
            return Direction.FUTURE;
        }
        Direction direction = ofClause(tree, ahead, verb, first);
        boolean open = first > 0 && surroundings.has(tokens.of(text, first - 1), Surrounding.MAY_OPEN);
        boolean awaited = ahead.isOfCondition(verb, first, direction);
        return awaited || (open && direction == Direction.UNKNOWN) ? Direction.FUTURE : direction;
    }

    /** Of "the vote is on Friday": what is said to be at a time lies ahead. */
    private static Direction ofPredicate(SentenceSyntax tree, int first, int end) {
        for (int i = Math.max(0, first - REACH); i < first; i++) {
            int head = tree.head(i);
            if (head >= first && head < end && tree.relation(i).equals("cop")) {
                return switch (tree.xpos(i)) {
                    case "VBZ", "VBP" -> Direction.FUTURE;
                    case "VBD" -> Direction.PAST;
                    default -> Direction.UNKNOWN;
                };
            }
        }
        return Direction.UNKNOWN;
    }

    private Direction ofClause(SentenceSyntax tree, Prospects ahead, int from, int first) {
        int at = from;
        for (int steps = 0; at != SentenceSyntax.ROOT && steps < HIGHEST; steps++) {
            String upos = tree.upos(at);
            boolean verb = upos.equals("VERB") || upos.equals("AUX");
            boolean promised = at == from && ahead.isOfPromise(at, first);
            if ((verb || upos.equals("ADJ")) && !promised && isPlan(tree, at)) {
                return ahead.isOfThePast(at) ? Direction.PLANNED : Direction.FUTURE;
            }
            if (ahead.isAhead(at, first)) {
                return ahead.isOfThePast(at) ? Direction.PLANNED : Direction.FUTURE;
            }
            if (verb || hasAuxiliary(tree, at)) {
                Direction direction = ofVerb(tree, at);
                if (direction != Direction.UNKNOWN) {
                    return direction;
                }
            }
            at = tree.head(at);
        }
        return Direction.UNKNOWN;
    }

    private boolean isPlan(SentenceSyntax tree, int word) {
        String lemma = tree.lemma(word, tokens.of(text, word));
        boolean past = tree.xpos(word).equals("VBD");
        return surroundings.has(lemma, Surrounding.PLANS_EVER) || (surroundings.has(lemma, Surrounding.PLANS) && !past);
    }

    private static boolean hasAuxiliary(SentenceSyntax tree, int head) {
        for (int i = Math.max(0, head - REACH); i < head; i++) {
            if (tree.head(i) == head
                    && (tree.relation(i).startsWith("aux") || tree.relation(i).equals("cop"))) {
                return true;
            }
        }
        return false;
    }

    private Direction ofVerb(SentenceSyntax tree, int verb) {
        boolean past = false;
        boolean present = false;
        boolean bare = false;
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) != verb) {
                continue;
            }
            String tag = tree.xpos(i);
            String relation = tree.relation(i);
            if (relation.startsWith("aux") || relation.equals("cop")) {
                if (tag.equals("MD")) {
                    return surroundings.has(tokens.of(text, i), Surrounding.WILL) ? Direction.COMING : Direction.FUTURE;
                }
                bare |= tag.equals("VB");
                past |= tag.equals("VBD") || surroundings.has(tree.lemma(i, tokens.of(text, i)), Surrounding.PERFECT);
                present |= tag.equals("VBZ") || tag.equals("VBP");
            } else if (relation.equals("mark") && tag.equals("TO")) {
                // What was or is to be done lies ahead; of other infinitives the verb above says when.
                return past ? Direction.PLANNED : present ? Direction.FUTURE : Direction.UNKNOWN;
            }
        }
        // "That it be closed" is to be done, nobody says when.
        boolean wanted = bare && !past && !present;
        return past ? Direction.PAST : wanted ? Direction.UNKNOWN : bare(tree, verb, present);
    }

    /** The present of some verbs tells of what is to come (meets on Monday), but in headlines of what was. */
    private Direction bare(SentenceSyntax tree, int verb, boolean present) {
        return switch (tree.xpos(verb)) {
            case "VBD" -> Direction.PAST;
            case "VBN" -> present ? Direction.PRESENT : Direction.PAST;
            case "VBZ", "VBP" -> headline ? Direction.PAST : ofPresent(tree, verb);
            case "VBG" -> present ? Direction.FUTURE : Direction.UNKNOWN;
            default -> present ? Direction.PRESENT : Direction.UNKNOWN;
        };
    }

    private Direction ofPresent(SentenceSyntax tree, int verb) {
        boolean timetable = surroundings.has(tree.lemma(verb, tokens.of(text, verb)), Surrounding.TIMETABLE);
        return timetable ? Direction.FUTURE : Direction.PRESENT;
    }
}
