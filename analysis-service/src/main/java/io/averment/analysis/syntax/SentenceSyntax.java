package io.averment.analysis.syntax;

/**
 * Tags and dependencies of one sentence, token by token as in {@code SentenceTokens}. Immutable and thread-safe. Names are shared
 * constants of the model; only numbers are kept for each token.
 */
public final class SentenceSyntax {

    /** What {@link #head} gives for the token that depends on none. */
    public static final int ROOT = -1;

    private final SyntaxModel model;
    private final short[] tags;
    private final int[] heads;
    private final short[] relations;
    private final int dateline;

    SentenceSyntax(SyntaxModel model, int[] tags, int[] heads, int[] relations, int dateline) {
        this.dateline = dateline;
        this.model = model;
        this.tags = shorts(tags);
        this.heads = heads.clone();
        this.relations = shorts(relations);
    }

    private static short[] shorts(int[] values) {
        short[] result = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (short) values[i];
        }
        return result;
    }

    /** How many of the first tokens are a dateline ({@code BASRA (Wire) –}); their tree hangs below the root as parataxis. */
    public int dateline() {
        return dateline;
    }

    public int size() {
        return heads.length;
    }

    /** The universal part of speech of token {@code index}, counted from 0, as {@code PROPN}. */
    public String upos(int index) {
        return model.upos(tags[index]);
    }

    /** The Penn tag, as {@code NNP}. */
    public String xpos(int index) {
        return model.xpos(tags[index]);
    }

    /** The position of the token's head, or {@link #ROOT}. */
    public int head(int index) {
        return heads[index];
    }

    /** The relation to the head with its subtype, as {@code nsubj:pass}; {@code root} for the root. */
    public String relation(int index) {
        return model.relation(relations[index]);
    }

    /** The dictionary form of token {@code index}, which is written as {@code form}; computed anew with each call. */
    public String lemma(int index, String form) {
        return model.lemma(form, tags[index]);
    }

    /** The first dependent of a token with a relation, subtype included; {@link #ROOT} when there is none. Linear. */
    public int dependent(int head, String relation) {
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] == head && relation(i).equals(relation)) {
                return i;
            }
        }
        return ROOT;
    }

    /** Whether {@code ancestor} stands anywhere above {@code index}, or is it. */
    public boolean isUnder(int index, int ancestor) {
        int at = index;
        // Heads form a tree, so the way up ends.
        while (at != ROOT && at != ancestor) {
            at = heads[at];
        }
        return at == ancestor;
    }
}
