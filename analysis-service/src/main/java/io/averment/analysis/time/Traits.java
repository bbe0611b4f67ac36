package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.time.Fields.Trait;
import io.averment.analysis.token.SentenceTokens;
import org.jspecify.annotations.Nullable;

/** Says what the words around a match make of it. For one thread. */
final class Traits {

    /** A date alone on one of so many first sentences is the day of the report. */
    private static final int HEAD = 5;

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
        boolean dateline = tree != null && end <= tree.dateline();
        boolean alone = sentence < HEAD && end - first >= tokens.size() - 1 && end - first > 2;
        if (dateline || alone) {
            fields.add(Trait.HEADING);
        }
        if (end < tokens.size() && is(end, Surrounding.ENDS)) {
            fields.add(Trait.ENDED);
        }
        if (first > 0) {
            if (is(first - 1, Surrounding.SPANS)
                    || (is(first - 1, Surrounding.MAY_SPAN) && direction == Direction.FUTURE)) {
                fields.add(Trait.AHEAD);
            }
            if (isRate(fields, first)) {
                fields.add(Trait.RATE);
            }
        }
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
