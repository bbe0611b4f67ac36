package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Gives a word's dictionary form by edit scripts learnt from a treebank: the script of the very word with its tags, else that of
 * the longest known ending. Immutable and thread-safe; a look-up is constant.
 */
public final class Lemmatizer {

    /** Endings are at most this long, in UTF-16 code units. */
    public static final int LONGEST_ENDING = 7;

    /** Of longer words only the end is looked at. */
    private static final int LONGEST_WORD = 40;

    private static final int EXACT = 0;
    private static final int WHOLE = 1;
    private static final int ENDING = 2;

    private final String[] scripts;
    private final int[] keys;
    private final short[] values;

    /**
     * @param scripts as {@link #script} writes them
     * @param keys hashes of words and endings with their tags, sorted
     * @param values positions in {@code scripts}
     */
    public Lemmatizer(String[] scripts, int[] keys, short[] values) {
        if (keys.length != values.length) {
            throw new ModelException("The lemmatiser has " + keys.length + " keys for " + values.length + " values");
        }
        this.scripts = scripts.clone();
        this.keys = keys;
        this.values = values;
    }

    static Lemmatizer read(Model model) {
        return new Lemmatizer(
                model.strings("lemmas.scripts"), model.ints("lemmas.keys"), model.shorts("lemmas.values"));
    }

    public void write(ModelWriter out) {
        out.strings("lemmas.scripts", scripts).ints("lemmas.keys", keys).shorts("lemmas.values", values);
    }

    /** The key of a word as it is written, with its tags. */
    public static int exactKey(String tags, String word) {
        return Hashes.of(EXACT, tags.hashCode(), Hashes.of(word, 0, word.length()));
    }

    /** The key of a word in any case, with its tags. */
    public static int wordKey(String tags, String word) {
        String lower = normal(word);
        return Hashes.of(WHOLE, tags.hashCode(), Hashes.of(lower, 0, lower.length()));
    }

    /** The key of a word's ending of a length with its tags. */
    public static int endingKey(String tags, String word, int length) {
        String lower = normal(word);
        return Hashes.of(ENDING + length, tags.hashCode(), Hashes.of(lower, lower.length() - length, lower.length()));
    }

    /** How many endings a word has: that of no letter, and so on. */
    public static int endings(String word) {
        return Math.min(LONGEST_ENDING, Math.min(word.length(), LONGEST_WORD)) + 1;
    }

    private static String normal(String word) {
        String end = word.length() > LONGEST_WORD ? word.substring(word.length() - LONGEST_WORD) : word;
        return end.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    /** What turns a word into its lemma: whether it is put in lower case, how much is cut off its end, and what is put there. */
    public static String script(String word, String lemma) {
        boolean lowered = lemma.equals(lemma.toLowerCase(Locale.ROOT));
        String base = lowered ? word.toLowerCase(Locale.ROOT) : word;
        int common = 0;
        while (common < base.length() && common < lemma.length() && base.charAt(common) == lemma.charAt(common)) {
            common++;
        }
        return (lowered ? "l" : "k") + (char) ('0' + Math.min(60, base.length() - common)) + lemma.substring(common);
    }

    /** What a script makes of a word; the word in lower case when the script does not fit. */
    public static String apply(String script, String word) {
        String base = script.charAt(0) == 'l' ? word.toLowerCase(Locale.ROOT) : word;
        int kept = base.length() - (script.charAt(1) - '0');
        return kept < 0 ? word.toLowerCase(Locale.ROOT) : base.substring(0, kept) + script.substring(2);
    }

    /** @param tags the pair of tags as {@link SyntaxModel#pair} names it */
    public String lemma(String word, String tags) {
        int found = valueOf(exactKey(tags, word));
        if (found < 0) {
            found = valueOf(wordKey(tags, word));
        }
        for (int length = endings(word) - 1; found < 0 && length >= 0; length--) {
            found = valueOf(endingKey(tags, word, length));
        }
        return found < 0 ? word : apply(scripts[found], word);
    }

    private int valueOf(int key) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? -1 : values[index];
    }
}
