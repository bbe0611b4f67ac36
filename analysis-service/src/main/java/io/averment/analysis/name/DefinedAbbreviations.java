package io.averment.analysis.name;

/** Abbreviations that the text itself explains: {@code Popular Mobilization Forces (PMF)}. */
final class DefinedAbbreviations {

    private static final int LONGEST_GAP = 3;

    private DefinedAbbreviations() {}

    /**
     * The last word of the name that the abbreviation at a token stands for: the initials of the words before the bracket, small words
     * left out where they do not fit.
     *
     * @return the token, negative if the token is no abbreviation in brackets or the words do not fit
     */
    static int explainedBy(TokenTable table, int token, int sentenceStart, int sentenceEnd) {
        boolean bracketed = token - 2 >= sentenceStart
                && token + 1 < sentenceEnd
                && table.small[token - 1].equals("(")
                && table.small[token + 1].equals(")");
        if (!bracketed || table.kind[token] != WordShape.CAPITALS) {
            return -1;
        }
        String letters = table.small[token];
        int word = token - 2;
        int gap = 0;
        for (int letter = letters.length() - 1; letter >= 0; word--) {
            if (word < sentenceStart) {
                return -1;
            }
            if (table.small[word].charAt(0) == letters.charAt(letter)) {
                letter--;
                gap = 0;
            } else if (!mayBeLeftOut(table.kind[word]) || ++gap > LONGEST_GAP) {
                return -1;
            }
        }
        return token - 2;
    }

    private static boolean mayBeLeftOut(int kind) {
        return kind == WordShape.SMALL || kind == WordShape.OTHER;
    }
}
