package io.averment.analysis.token;

import static io.averment.analysis.token.Letters.isApostrophe;
import static io.averment.analysis.token.Letters.isDigit;
import static io.averment.analysis.token.Letters.isHyphen;
import static io.averment.analysis.token.Letters.isLetter;
import static io.averment.analysis.token.Letters.isWordPart;

import io.averment.analysis.token.TokenLexicon.Piece;

/**
 * Finds where a word ends: what joins letters and digits to one word (the apostrophe of "Sha'lan", the periods of "U.S.", the
 * hyphen of "anti-war", the marks within numbers, dates, times and internet names) and what does not (the hyphen of "al-Asad").
 * Looks ahead at most a bounded number of characters.
 */
final class WordScan {

    /** Telephone numbers and dates are not longer than this. */
    private static final int LONGEST_NUMBER = 24;

    private static final int LONGEST_NAME_PART = 20;

    private static final int LONGEST_CURRENCY = 3;

    /** More marks do not close a sentence. */
    private static final int MOST_CLOSERS = 4;

    private final TokenLexicon lexicon;
    private final String text;
    private final int end;

    WordScan(TokenLexicon lexicon, String text, int end) {
        this.lexicon = lexicon;
        this.text = text;
        this.end = end;
    }

    /** One past the word that begins at {@code start}; its abbreviation's period included. */
    int wordEnd(int start) {
        int i = start;
        int piece = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (isWordPart(codePoint)) {
                i += Character.charCount(codePoint);
                continue;
            }
            int to = i > start ? joinedTo(start, piece, i) : i;
            if (to == i) {
                break;
            }
            piece = i + 1;
            i = to;
        }
        return withPeriod(start, i);
    }

    private int withPeriod(int start, int i) {
        if (i >= end) {
            return i;
        }
        if (text.charAt(i) == '$') {
            return isCurrency(start, i) ? i + 1 : i;
        }
        boolean single = text.charAt(i) == '.' && (i + 1 >= end || text.charAt(i + 1) != '.');
        boolean abbreviation = single && lexicon.isAbbreviation(text, start, i + 1);
        // A sentence's last period is the sentence's, unless the word has periods within.
        return abbreviation && (text.charAt(Math.max(start, i - 2)) == '.' || i - start < 2 || !endsSentence(i + 1))
                ? i + 1
                : i;
    }

    /** Whether nothing but a few closing marks follows. */
    private boolean endsSentence(int from) {
        if (end - from > MOST_CLOSERS) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (isWordPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Capital letters before a dollar sign that say whose dollar it is ("US$"). */
    private boolean isCurrency(int start, int i) {
        for (int at = start; at < i && i - start <= LONGEST_CURRENCY; at++) {
            if (text.charAt(at) < 'A' || text.charAt(at) > 'Z') {
                return false;
            }
        }
        return i - start <= LONGEST_CURRENCY;
    }

    /** Where the word goes on behind the mark at {@code i}, or {@code i} when the mark ends the word. */
    private int joinedTo(int start, int piece, int i) {
        if (i + 1 >= end || !(isWordPart(text.codePointAt(i + 1)) || text.charAt(i) == '_')) {
            return i;
        }
        char mark = text.charAt(i);
        if (isHyphen(mark)) {
            return hyphenJoins(start, i);
        }
        boolean digits = isDigit(text, i - 1, end) && isDigit(text, i + 1, end);
        boolean letters = isLetter(text, i - 1, end) && isLetter(text, i + 1, end);
        boolean joins = switch (mark) {
            case '.' -> digits || initialJoins(start, piece, i) || nameJoins(i);
            case ',', ':' -> digits;
            case '/' -> digits || isSlashed(start, i);
            case '&' -> letters && ampersandJoins(piece, i);
            case '*' -> letters;
            case '_' -> true;
            default -> isApostrophe(mark) && mark != '`' && !isDigit(text, i + 1, end);
        };
        return joins ? i + 1 : i;
    }

    private int hyphenJoins(int start, int i) {
        if (lexicon.is(Piece.PREFIX, text, start, i)) {
            return i + 1;
        }
        return isDigit(text, start, end) ? numberEnd(start, i) : i;
    }

    /** The end of a telephone number or date with hyphens, of which {@code i} is the first; else {@code i}. */
    private int numberEnd(int start, int i) {
        int groups = 1;
        int groupStart = start;
        int first = i - start;
        int at = start;
        int limit = Math.min(end, start + LONGEST_NUMBER);
        while (at < limit && (isDigit(text, at, end) || (isHyphen(text.charAt(at)) && isDigit(text, at + 1, end)))) {
            if (isHyphen(text.charAt(at))) {
                groups++;
                groupStart = at + 1;
            }
            at++;
        }
        boolean whole = at > i && (at >= end || !isWordPart(text.codePointAt(at)));
        return whole && (groups >= 3 || (first == 3 && at - groupStart == 4)) ? at : i;
    }

    /** A period between single letters, as in "U.S." and "Ph.D.". */
    private boolean initialJoins(int start, int piece, int i) {
        boolean singleAhead = isLetter(text, i + 1, end) && !isLetter(text, i + 2, end);
        boolean singleBehind = i - piece == 1 && isLetter(text, piece, end);
        if (!singleAhead) {
            return false;
        }
        return singleBehind || (i + 2 < end && text.charAt(i + 2) == '.' && lexicon.isAbbreviation(text, start, i + 3));
    }

    /** A period within an internet or file name: what follows it is a known last part, or leads to one over one more period. */
    private boolean nameJoins(int i) {
        int to = partEnd(i + 1);
        if (isLastPart(i + 1, to)) {
            return true;
        }
        return to + 1 < end && text.charAt(to) == '.' && isLastPart(to + 1, partEnd(to + 1));
    }

    private int partEnd(int from) {
        int i = from;
        int limit = Math.min(end, from + LONGEST_NAME_PART);
        while (i < limit && text.charAt(i) < 128 && isWordPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isLastPart(int from, int to) {
        if (!lexicon.is(Piece.DOMAIN, text, from, to) && !lexicon.is(Piece.FILE, text, from, to)) {
            return false;
        }
        // "end.It" is a forgotten blank; a name is written in one case.
        boolean firstUpper = Character.isUpperCase(text.charAt(from));
        boolean lastUpper = Character.isUpperCase(text.charAt(to - 1));
        return firstUpper == lastUpper || Character.isDigit(text.charAt(to - 1));
    }

    private boolean isSlashed(int start, int i) {
        int to = i + 1;
        int limit = Math.min(end, start + TokenLexicon.LONGEST_FORM + 1);
        while (to < limit && isLetter(text, to, end)) {
            to++;
        }
        return lexicon.is(Piece.SLASHED, text, start, to);
    }

    private boolean ampersandJoins(int piece, int i) {
        boolean upper = Character.isUpperCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i + 1));
        boolean single = i - piece == 1 && !isLetter(text, i + 2, end);
        return upper || single;
    }
}
