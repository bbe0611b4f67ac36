package io.averment.analysis.token;

import static io.averment.analysis.token.Letters.isApostrophe;
import static io.averment.analysis.token.Letters.isDigit;
import static io.averment.analysis.token.Letters.isLetter;
import static io.averment.analysis.token.Letters.isWordPart;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.token.TokenLexicon.Piece;

/**
 * Cuts a sentence into tokens as the English Web Treebank of Universal Dependencies does: clitics and possessives, the parts of
 * hyphenated words, currency signs and units are tokens of their own; abbreviations keep their period; runs of one mark are one
 * token. Every visible character lies in exactly one token. Thread-safe, linear.
 */
public final class Tokenizer {

    private static final String RUNS = "-–—=*_~#+<>|^…";
    private static final String PAIRED_QUOTES = "'’‘`";
    private static final String[] CLITICS = {"s", "m", "re", "ve", "ll", "d", "t"};

    private static final int LONGEST_ORDINAL = 2;

    private final TokenLexicon lexicon;

    public Tokenizer(TokenLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The tokens of a stretch of a text, which is taken for one sentence. */
    public SentenceTokens tokens(String text, Span sentence) {
        TokenBuffer tokens = new TokenBuffer();
        int end = sentence.end();
        WordScan words = new WordScan(lexicon, text, end);
        int i = sentence.start();
        int chunk = i;
        while (i < end) {
            if (Blanks.isBlank(text.charAt(i))) {
                i++;
                chunk = i;
                continue;
            }
            int to = Addresses.end(text, i, end);
            if (to > i) {
                tokens.add(i, to);
            } else if (isWordPart(text.codePointAt(i))) {
                to = i == sentence.start() ? ordinalEnd(text, i, end) : i;
                to = to > i ? to : words.wordEnd(i);
                addWord(tokens, text, i, to);
            } else {
                to = markEnd(text, chunk, i, end, words);
                tokens.add(i, to);
            }
            i = to;
        }
        return tokens.drain();
    }

    /** The end of a list's number at the start of a sentence ("1. "), else {@code start}. */
    private static int ordinalEnd(String text, int start, int end) {
        int i = start;
        while (i - start < LONGEST_ORDINAL && isDigit(text, i, end)) {
            i++;
        }
        boolean period = i > start && i + 1 < end && text.charAt(i) == '.' && Blanks.isBlank(text.charAt(i + 1));
        return period ? i + 1 : start;
    }

    private int markEnd(String text, int chunk, int i, int end, WordScan words) {
        char c = text.charAt(i);
        if (i == chunk) {
            int found = atChunkStart(text, i, end, words);
            if (found > i) {
                return found;
            }
        }
        if (isApostrophe(c)) {
            return apostropheEnd(text, chunk, i, end);
        }
        if (c == '!' || c == '?' || c == '.') {
            return runEnd(text, i, end, ".!?");
        }
        if (RUNS.indexOf(c) >= 0) {
            return runEnd(text, i, end, String.valueOf(c));
        }
        return Letters.characterEnd(text, i, end);
    }

    /** Faces, signed numbers, names with a sign before them; {@code i} when there is none of these. */
    private int atChunkStart(String text, int i, int end, WordScan words) {
        int to = i;
        while (to < end && to - i <= TokenLexicon.LONGEST_FORM && !Blanks.isBlank(text.charAt(to))) {
            to++;
        }
        if (lexicon.is(Piece.FACE, text, i, to)) {
            return to;
        }
        char c = text.charAt(i);
        boolean signed = c == '+' && isDigit(text, i + 1, end);
        boolean named = (c == '@' || c == '#') && isLetter(text, i + 1, end);
        return signed || named ? words.wordEnd(i + 1) : i;
    }

    private static int runEnd(String text, int start, int end, String marks) {
        int i = start;
        while (i < end && marks.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** A clitic that stands apart ("Iraq 's"), letters left out ("'em", "'90s"), two marks as one, or the mark alone. */
    private int apostropheEnd(String text, int chunk, int i, int end) {
        for (String clitic : CLITICS) {
            int to = i + 1 + clitic.length();
            if (to <= end && text.startsWith(clitic, i + 1) && !isWordPartAt(text, to, end)) {
                return to;
            }
        }
        int to = i + 1;
        while (to < end && to - i <= TokenLexicon.LONGEST_FORM && isWordPart(text.charAt(to))) {
            to++;
        }
        boolean decade = i == chunk && isDigit(text, i + 1, end) && isDigit(text, i + 2, end) && to - i <= 4;
        if (decade || lexicon.is(Piece.ELISION, text, i + 1, to)) {
            return to;
        }
        boolean paired =
                PAIRED_QUOTES.indexOf(text.charAt(i)) >= 0 && i + 1 < end && text.charAt(i + 1) == text.charAt(i);
        return paired ? i + 2 : Letters.characterEnd(text, i, end);
    }

    private static boolean isWordPartAt(String text, int index, int end) {
        return index < end && isWordPart(text.codePointAt(index));
    }

    private void addWord(TokenBuffer tokens, String text, int start, int end) {
        int from = start;
        for (int cut : lexicon.cutsOf(text, start, end)) {
            tokens.add(from, start + cut);
            from = start + cut;
        }
        if (from > start) {
            tokens.add(from, end);
            return;
        }
        int unit = unitStart(text, start, end);
        if (unit < end) {
            tokens.add(start, unit);
            tokens.add(unit, end);
            return;
        }
        int clitic = cliticStart(text, start, end);
        int inner = clitic < end ? cliticStart(text, start, clitic) : end;
        if (inner < clitic) {
            tokens.add(start, inner);
            tokens.add(inner, clitic);
            tokens.add(clitic, end);
        } else if (clitic < end) {
            tokens.add(start, clitic);
            tokens.add(clitic, end);
        } else {
            tokens.add(start, end);
        }
    }

    /** Where the unit of a number with one begins ("35mm"), else the end. */
    private int unitStart(String text, int start, int end) {
        if (!isDigit(text, start, end) || end - start > TokenLexicon.LONGEST_FORM * 2) {
            return end;
        }
        int i = start;
        while (i < end && (isDigit(text, i, end) || ".,:/".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return lexicon.is(Piece.UNIT, text, i, end) ? i : end;
    }

    /** Where the clitic at the end of a word begins, else the end. */
    private static int cliticStart(String text, int start, int end) {
        for (String clitic : CLITICS) {
            int apostrophe = end - clitic.length() - 1;
            if (apostrophe <= start
                    || !isApostrophe(text.charAt(apostrophe))
                    || !text.regionMatches(true, apostrophe + 1, clitic, 0, clitic.length())) {
                continue;
            }
            if (!"t".equals(clitic)) {
                // The 's of "the 1590's" makes a plural.
                return isDigit(text, apostrophe - 1, end) ? end : apostrophe;
            }
            char before = text.charAt(apostrophe - 1);
            return (before == 'n' || before == 'N') && apostrophe - 1 > start ? apostrophe - 1 : end;
        }
        return end;
    }
}
