package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.time.Fields.Trait;
import io.averment.analysis.token.SentenceTokens;
import org.jspecify.annotations.Nullable;

/** Says what the words around a match make of it. For one thread. */
final class Traits {

    /** A date alone on one of so many first sentences is the day of the report. */
    private static final int HEAD = 5;

    private static final int HIGHEST = 6;
    private static final int REACH = 8;

    private final String text;
    private final Surroundings surroundings;
    private SentenceTokens tokens = new SentenceTokens(new int[0], new int[0]);

    @Nullable
    private SentenceSyntax syntax;

    Traits(String text, Surroundings surroundings) {
        this.text = text;
        this.surroundings = surroundings;
    }

    void read(SentenceTokens sentence, @Nullable SentenceSyntax tree) {
        tokens = sentence;
        syntax = tree;
    }

    /**
     * Adds what the sentence says of a match.
     *
     * @param first its first token
     * @param end one past its last
     */
    void add(Fields fields, int first, int end, Direction direction, int sentence) {
        SentenceSyntax tree = syntax;
        if (tree != null && isNoun(tree, tree.head(end - 1), end)) {
            fields.add(Trait.ATTRIBUTE);
        }
        if (tree != null && fields.has(Kind.YEAR) && isBesides(tree, fields, first, end)) {
            fields.add(Trait.BESIDES);
        }
        boolean dateline = tree != null && end <= tree.dateline();
        boolean alone = sentence < HEAD && end - first >= tokens.size() - 1 && end - first > 2;
        if (dateline || alone) {
            fields.add(Trait.HEADING);
        }
        if (end < tokens.size() && is(end, Surrounding.ENDS)) {
            fields.add(Trait.ENDED);
        }
        if (first > 0 && isRate(fields, first)) {
            fields.add(Trait.RATE);
        } else if (isOpen(fields, first, end)) {
            fields.add(Trait.OPEN);
        } else if (first > 0) {
            addAhead(fields, first, end, direction);
        }
    }

    /** Whether the story does not go to a date, because the words only describe somebody or something by it. */
    private boolean isBesides(SentenceSyntax tree, Fields fields, int first, int end) {
        if (first > 0
                && end < tokens.size()
                && tree.xpos(first - 1).equals("-LRB-")
                && tree.xpos(end).equals("-RRB-")) {
            return true;
        }
        int at = Contents.governor(tree, first, end);
        // A heading is all noun: "Campaign of 1905".
        boolean noun =
                at != SentenceSyntax.ROOT && tree.upos(at).equals("NOUN") && tree.head(at) != SentenceSyntax.ROOT;
        if (noun && fields.isOnly(Kind.YEAR) && isOf(first)) {
            return true;
        }
        for (int steps = 0; at != SentenceSyntax.ROOT && steps < HIGHEST; steps++) {
            String relation = tree.relation(at);
            if (relation.startsWith("acl") || relation.equals("appos") || hasPluperfect(tree, at)) {
                return true;
            }
            at = tree.head(at);
        }
        return false;
    }

    private boolean isOf(int first) {
        return first > 0 && is(first - 1, Surrounding.OF);
    }

    /** Whether a verb tells of what had been. */
    private static boolean hasPluperfect(SentenceSyntax tree, int verb) {
        if (!tree.xpos(verb).equals("VBN")) {
            return false;
        }
        for (int i = Math.max(0, verb - REACH); i < verb; i++) {
            if (tree.head(i) == verb
                    && tree.xpos(i).equals("VBD")
                    && !tree.relation(i).equals("aux:pass")
                    && tree.relation(i).startsWith("aux")) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event stands behind that a length or a unit is reckoned from: a week after the vote, within a year of the sale. */
    private boolean isOpen(Fields fields, int first, int end) {
        boolean length = fields.reading == Reading.LENGTH;
        boolean unit = fields.reading == Reading.SAME && !fields.has(Kind.LIMIT) && !fields.has(Kind.SHIFT);
        if (!(length || unit) || end >= tokens.size()) {
            return false;
        }
        if (length && first > 0 && is(first - 1, Surrounding.KEEPS_LENGTH)) {
            return false;
        }
        boolean within = first > 0 && (is(first - 1, Surrounding.SPANS) || is(first - 1, Surrounding.MAY_SPAN));
        return unit
                ? is(end, Surrounding.MEASURES) && end + 1 < tokens.size()
                : is(end, Surrounding.MEASURES) || (within && is(end, Surrounding.OF));
    }

    private void addAhead(Fields fields, int first, int end, Direction direction) {
        boolean hence = is(first - 1, Surrounding.HENCE);
        boolean led = is(first - 1, Surrounding.MAY_SPAN) || (hence && isOfDeed(first, end));
        if (is(first - 1, Surrounding.SPANS)) {
            fields.add(Trait.AHEAD);
        } else if (led && fields.reading == Reading.LENGTH) {
            Trait ahead = hence ? Trait.HENCE : Trait.AHEAD;
            fields.add(direction.isAhead() ? ahead : Trait.LED);
        }
    }

    /** Whether a stretch says when something is done rather than which it is of many: not "the first in ten years". */
    private boolean isOfDeed(int first, int end) {
        SentenceSyntax tree = syntax;
        int governor = tree == null ? SentenceSyntax.ROOT : Contents.governor(tree, first, end);
        if (tree == null || governor == SentenceSyntax.ROOT) {
            return false;
        }
        String tag = tree.xpos(governor);
        // "Will be ready in two weeks", "will be on sale in two weeks"; but not "will be the first visit in ten years".
        boolean led = tag.equals("JJ") || tree.dependent(governor, "case") != SentenceSyntax.ROOT;
        boolean predicate = led && tree.dependent(governor, "cop") != SentenceSyntax.ROOT;
        return predicate || tag.startsWith("VB");
    }

    private static boolean isNoun(SentenceSyntax tree, int head, int end) {
        return head >= end && (tree.upos(head).equals("NOUN") || tree.upos(head).equals("PROPN"));
    }

    private boolean isRate(Fields fields, int first) {
        SentenceSyntax tree = syntax;
        boolean one = fields.has(Kind.UNIT) && !fields.has(Kind.NUMBER) && (fields.has(Cue.A) || fields.has(Cue.AN));
        if (!one || fields.reading != Reading.LENGTH || tree == null) {
            return false;
        }
        String before = tree.xpos(first - 1);
        return before.equals("CD") || before.equals("NN") || before.equals("NNS");
    }

    private boolean is(int token, Surrounding what) {
        return surroundings.has(tokens.of(text, token), what);
    }
}
