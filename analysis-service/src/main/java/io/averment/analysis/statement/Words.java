package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.sentence.Token;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens of a text, asked for by index; an index outside is a token without properties. Not thread-safe. */
final class Words {

    private static final char NO_MARK = ' ';

    private final String text;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final @Nullable String[] lower;

    Words(String text, List<Token> tokens, Lexicon lexicon) {
        this.text = text;
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.lower = new @Nullable String[tokens.size()];
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    boolean isWord(int i) {
        return has(i) && tokens.get(i).isWord();
    }

    /** The character of a token that is no word. */
    char mark(int i) {
        return has(i) && !tokens.get(i).isWord() ? text.charAt(tokens.get(i).start()) : NO_MARK;
    }

    /** The word in lower case with straight apostrophes; empty for what is no word. */
    String lower(int i) {
        if (!isWord(i)) {
            return "";
        }
        String known = lower[i];
        if (known == null) {
            known = tokens.get(i).of(text).replace('’', '\'').toLowerCase(Locale.ROOT);
            lower[i] = known;
        }
        return known;
    }

    boolean is(int i, WordClass wordClass) {
        return isWord(i) && lexicon.is(lower(i), wordClass);
    }

    /** A cue that is a verb here: after an article or a possessive it is a noun. */
    Lexicon.@Nullable Frame cue(int i) {
        if (!isWord(i)
                || (is(i - 1, WordClass.DETERMINER) && !isPronounLike(i - 1))
                || isPossessive(i - 1)
                || isNamedLikeCue(i)) {
            return null;
        }
        boolean doubtful = lexicon.isNounLikeCue(lower(i))
                && (isCapitalised(i) || !(isNameWord(i - 1) || is(i - 1, WordClass.PRONOUN) || mark(i - 1) == ','));
        return doubtful ? null : lexicon.cue(lower(i));
    }

    /** A name like a verb's form: "Omar bin Said al-Rawi", "Edward Said said". In a headline a verb has its capital as well. */
    private boolean isNamedLikeCue(int i) {
        return isCapitalised(i)
                && (is(i - 1, WordClass.PARTICLE)
                        || is(i + 1, WordClass.PARTICLE)
                        || (isCapitalised(i + 1)
                                && Character.isLowerCase(
                                        text.charAt(token(i + 1).start())))
                        || (!isCapitalised(i + 1) && lexicon.cue(lower(i + 1)) != null));
    }

    /** How many particles stand here before a word of a name: "van der Meer". */
    int particlesAt(int i) {
        int count = 0;
        while (count < 3 && is(i + count, WordClass.PARTICLE) && !isCapitalised(i + count)) {
            count++;
        }
        return count > 0 && isNameWord(i + count) ? count : 0;
    }

    /** "this", "others": they stand for a noun as well as before one. */
    private boolean isPronounLike(int i) {
        return is(i, WordClass.PRONOUN);
    }

    /** Whether a word begins with a capital, or with a particle and a hyphen before one ("al-Sudani"). */
    boolean isCapitalised(int i) {
        if (!isWord(i)) {
            return false;
        }
        Token token = tokens.get(i);
        if (Character.isUpperCase(text.codePointAt(token.start()))) {
            return true;
        }
        int hyphen = text.indexOf('-', token.start(), token.end());
        return hyphen > 0
                && hyphen + 1 < token.end()
                && lexicon.is(text.substring(token.start(), hyphen), WordClass.PREFIX)
                && Character.isUpperCase(text.codePointAt(hyphen + 1));
    }

    /** A capitalised word that may be part of a name. */
    boolean isNameWord(int i) {
        return isCapitalised(i) && !lexicon.isFunctionWord(lower(i));
    }

    /** A lower-case word that may be a noun or its adjective. */
    boolean isNounWord(int i) {
        return isWord(i)
                && !isCapitalised(i)
                && Character.isLetterOrDigit(text.codePointAt(token(i).start()))
                && !lexicon.isFunctionWord(lower(i))
                && (lexicon.cue(lower(i)) == null || lexicon.isNounLikeCue(lower(i)))
                && !isLikeAdverb(i);
    }

    boolean isTitleWord(int i) {
        return isWord(i) && lexicon.isTitleWord(lower(i));
    }

    /** How many of the tokens from {@code from} on make up a title; the longest, at most four. */
    int titleLength(int from, int to) {
        int longest = 0;
        StringBuilder phrase = new StringBuilder();
        for (int i = from; i < to && i < from + 4 && isWord(i); i++) {
            phrase.append(i > from ? " " : "").append(lower(i));
            if (lexicon.isTitle(phrase.toString())) {
                longest = i + 1 - from;
            }
        }
        return longest;
    }

    /** English adverbs of manner end so; few nouns do. */
    boolean isLikeAdverb(int i) {
        return is(i, WordClass.ADVERB) || (!isCapitalised(i) && lower(i).length() > 4 && lower(i).endsWith("ly"));
    }

    /** A regular verb in the past looks so; behind a noun hardly anything else does. */
    boolean isLikePast(int i) {
        return !isCapitalised(i) && lower(i).length() > 4 && lower(i).endsWith("ed");
    }

    boolean isPossessive(int i) {
        return lower(i).endsWith("'s");
    }

    boolean isParticiple(int i) {
        return lower(i).endsWith("ing");
    }

    /** The span of tokens, without the possessive ending of the last. */
    Span span(int from, int to) {
        int end = tokens.get(to - 1).end();
        return new Span(tokens.get(from).start(), isPossessive(to - 1) ? end - 2 : end);
    }

    /** Index of the first token that starts at or after a position of the text. */
    int firstAt(int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean has(int i) {
        return i >= 0 && i < tokens.size();
    }
}
