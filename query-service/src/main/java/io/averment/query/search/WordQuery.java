package io.averment.query.search;

import java.util.List;

/** What is asked of a text's words. Immutable. */
public sealed interface WordQuery {

    /**
     * Reads what a client wrote, in one pass: words side by side, {@code AND}, {@code OR}, {@code NOT} or {@code -word}, phrases in
     * quotation marks, {@code begin*}, {@code one NEAR/5 other}, parentheses. AND binds closer than OR. Operators are in capitals; a
     * small {@code or} between two things is one, too. What has neither letter nor digit is no word and is passed over.
     *
     * @throws WordQueryException when it cannot be read, or asks for more than 32 words or 8 levels
     */
    static WordQuery parse(String written) {
        return new WordQueryParser(WordTokens.of(written)).parse();
    }

    /** What can stand beside NEAR: it has a place in the text. */
    sealed interface Placed extends WordQuery {}

    /** What a phrase consists of. */
    sealed interface Term extends Placed {
        /** As they were written, with at least one letter or digit. */
        String letters();
    }

    /** A word, regardless of case, accents and inflection. */
    record Word(String letters) implements Term {}

    /** Words that begin like this. */
    record Beginning(String letters) implements Term {}

    /** Words that follow each other. */
    record Phrase(List<Term> terms) implements Placed {

        public Phrase {
            terms = List.copyOf(terms);
        }
    }

    /**
     * One within some words of the other, on whichever side.
     *
     * @param distance 1 when they stand side by side; at most 10
     */
    record Near(Placed one, Placed other, int distance) implements WordQuery {}

    /** What the text must not have. */
    record Not(WordQuery unwanted) implements WordQuery {}

    /** All of several. */
    record All(List<WordQuery> parts) implements WordQuery {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of several. */
    record Any(List<WordQuery> parts) implements WordQuery {

        public Any {
            parts = List.copyOf(parts);
        }
    }
}
