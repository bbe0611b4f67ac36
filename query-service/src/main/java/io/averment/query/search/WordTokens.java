package io.averment.query.search;

import io.averment.query.search.WordQuery.Beginning;
import io.averment.query.search.WordQuery.Phrase;
import io.averment.query.search.WordQuery.Placed;
import io.averment.query.search.WordQuery.Term;
import io.averment.query.search.WordQuery.Word;
import java.util.ArrayList;
import java.util.List;

/** Divides a query for words into its parts, each code point looked at once. */
final class WordTokens {
    private static final int MOST_TERMS = 32;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int FARTHEST = 10;
    private static final String NEAR = "NEAR";
    private static final String QUOTATION_MARKS = "\"“”„";

    /** Written with the keyboard's, so that words are compared with texts whose punctuation is plain, too. */
    private static final String APOSTROPHES = "‘’‛′";

    private static final String HYPHENS = "‐‑";
    private static final String BETWEEN_WORDS = "…–—―‒•·«»‹›¡¿";

    private final int[] written;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int terms;

    /** A part of the query, with the place of its first code point, beginning with 1. */
    sealed interface Token {
        int position();

        /** Something to look for. */
        record Sought(int position, Placed what) implements Token {}

        /** An operator, a parenthesis, or the end. */
        record Sign(int position, Kind kind) implements Token {}

        /** That the things on both sides stand near each other. */
        record NearSign(int position, int distance) implements Token {}
    }

    /** What a sign means. */
    enum Kind {
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        END
    }

    private WordTokens(String text) {
        written = text.codePoints().toArray();
    }

    /** The parts in their order; the last one is END. */
    static List<Token> of(String text) {
        WordTokens reading = new WordTokens(text);
        while (reading.at < reading.written.length) {
            reading.readNext();
        }
        reading.sign(Kind.END);
        return List.copyOf(reading.tokens);
    }

    private void readNext() {
        int c = written[at];
        if (isBlank(c)) {
            at++;
        } else if (c == '(' || c == ')') {
            sign(c == '(' ? Kind.OPEN : Kind.CLOSE);
            at++;
        } else if (isQuotationMark(c)) {
            readPhrase();
        } else if (c == '-' && negates()) {
            sign(Kind.NOT);
            at++;
        } else {
            readWord();
        }
    }

    /** Whether something stands right behind the hyphen; among blanks or other marks it is only a dash. */
    private boolean negates() {
        int next = at + 1;
        return next < written.length
                && (written[next] == '(' || isQuotationMark(written[next]) || isOfWord(written[next]));
    }

    private void readWord() {
        int start = at;
        while (at < written.length && !ends(written[at])) {
            at++;
        }
        String word = text(start, at);
        switch (word) {
            case "AND" -> tokens.add(new Token.Sign(start + 1, Kind.AND));
            case "OR" -> tokens.add(new Token.Sign(start + 1, Kind.OR));
            case "NOT" -> tokens.add(new Token.Sign(start + 1, Kind.NOT));
            default -> {
                if (word.equals(NEAR) || word.startsWith(NEAR + '/')) {
                    tokens.add(new Token.NearSign(start + 1, distance(word, start)));
                } else {
                    List<Term> found = new ArrayList<>();
                    addTerm(start, at, found);
                    found.forEach(term -> tokens.add(new Token.Sought(start + 1, term)));
                }
            }
        }
    }

    private static int distance(String word, int start) {
        String digits = word.substring(Math.min(word.length(), NEAR.length() + 1));
        if (digits.length() == 1 || digits.length() == 2) {
            int distance = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(i) - '0';
                distance = digit < 0 || digit > 9 ? FARTHEST + 1 : distance * 10 + digit;
            }
            if (distance >= 1 && distance <= FARTHEST) {
                return distance;
            }
        }
        throw new WordQueryException(start + 1, "NEAR/1 to NEAR/" + FARTHEST);
    }

    private void readPhrase() {
        int opening = at++;
        List<Term> found = new ArrayList<>();
        int start = at;
        while (at < written.length && !isQuotationMark(written[at])) {
            if (isBlank(written[at])) {
                addTerm(start, at, found);
                start = at + 1;
            }
            at++;
        }
        if (at == written.length) {
            throw new WordQueryException(opening + 1, "a closing quotation mark to the one here");
        }
        addTerm(start, at, found);
        at++;
        if (found.isEmpty()) {
            throw new WordQueryException(opening + 2, "a word between the quotation marks");
        }
        tokens.add(new Token.Sought(opening + 1, found.size() == 1 ? found.getFirst() : new Phrase(found)));
    }

    /** Adds what stands there, if it is a word. */
    private void addTerm(int start, int end, List<Term> found) {
        boolean begins = end > start && written[end - 1] == '*';
        int last = begins ? end - 1 : end;
        int letters = 0;
        for (int i = start; i < last; i++) {
            letters += isOfWord(written[i]) ? 1 : 0;
            if (written[i] == '*') {
                throw new WordQueryException(i + 1, "* at the end of a word only");
            }
        }
        if (begins && letters < SHORTEST_BEGINNING) {
            throw new WordQueryException(start + 1, "at least " + SHORTEST_BEGINNING + " letters before *");
        }
        if (letters > 0) {
            if (++terms > MOST_TERMS) {
                throw new WordQueryException(
                        start + 1, "the end, since more than " + MOST_TERMS + " words are too many");
            }
            found.add(begins ? new Beginning(text(start, last)) : new Word(text(start, last)));
        }
    }

    private String text(int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            int c = written[i];
            text.appendCodePoint(APOSTROPHES.indexOf(c) >= 0 ? '\'' : HYPHENS.indexOf(c) >= 0 ? '-' : c);
        }
        return text.toString();
    }

    private void sign(Kind kind) {
        tokens.add(new Token.Sign(at + 1, kind));
    }

    private static boolean ends(int c) {
        return isBlank(c) || c == '(' || c == ')' || isQuotationMark(c);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || BETWEEN_WORDS.indexOf(c) >= 0;
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isQuotationMark(int c) {
        return QUOTATION_MARKS.indexOf(c) >= 0;
    }
}
