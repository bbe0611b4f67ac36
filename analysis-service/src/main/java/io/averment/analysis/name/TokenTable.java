package io.averment.analysis.name;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What each token of a document looks like, as columns; made once a document, since several features look at each of them. */
final class TokenTable {

    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_ACRONYM = 4;

    final int[] sentenceEnds;
    final int[] form;
    final int[] lower;
    final int[] kind;
    final int[] outline;
    final int[] cluster;
    final long[] gazetteer;
    final String[] small;
    /** Number of the token's word among the {@link #words} different ones of the document, case aside. */
    final int[] word;

    final int words;
    /** Bit 0: also written small in the document; bit 1: also with a capital within a sentence; bit 2: seen before. */
    final int[] elsewhere;
    /** Whether nearly all words of the token's sentence have capitals. */
    final boolean[] shouted;

    TokenTable(String[] words, int[] sentenceEnds, WordClusters clusters, Gazetteer gazetteer) {
        int count = words.length;
        this.sentenceEnds = sentenceEnds;
        form = new int[count];
        lower = new int[count];
        kind = new int[count];
        outline = new int[count];
        cluster = new int[count];
        small = new String[count];
        word = new int[count];
        elsewhere = new int[count];
        shouted = new boolean[count];
        String[] written = new String[count];
        for (int i = 0; i < count; i++) {
            written[i] = words[i].length() > LONGEST_WORD ? words[i].substring(0, LONGEST_WORD) : words[i];
            small[i] = withoutPeriod(written[i].toLowerCase(Locale.ROOT));
            lower[i] = Hash.of(small[i]);
            kind[i] = WordShape.kind(written[i]);
        }
        this.words = number();
        lookElsewhere();
        for (int i = 0; i < count; i++) {
            String shown = shouted[i] ? unshouted(i, written[i], clusters) : written[i];
            form[i] = Hash.of(shown);
            kind[i] = WordShape.kind(shown);
            outline[i] = WordShape.outline(shown);
            cluster[i] = clusters.clusterOf(lower[i]);
        }
        this.gazetteer = gazetteer.mark(lower, sentenceEnds);
    }

    /**
     * How a word of a headline would probably be written within a sentence: as the rest of the document writes it, else as open text
     * does, and a word all in capitals with one capital.
     */
    private String unshouted(int token, String word, WordClusters clusters) {
        if (kind[token] != WordShape.CAPITALISED && kind[token] != WordShape.CAPITALS) {
            return word;
        }
        boolean isSmall =
                (elsewhere[token] & 2) == 0 && ((elsewhere[token] & 1) != 0 || clusters.isSmall(lower[token]));
        if (isSmall) {
            return small[token];
        }
        boolean isLoud = kind[token] == WordShape.CAPITALS && word.length() > LONGEST_ACRONYM;
        return isLoud ? word.charAt(0) + small[token].substring(1) : word;
    }

    /** {@code Mr} and {@code Mr.} are one word. */
    private static String withoutPeriod(String word) {
        int last = word.length() - 1;
        return last > 0 && word.charAt(last) == '.' && word.indexOf('.') == last && Character.isLetter(word.charAt(0))
                ? word.substring(0, last)
                : word;
    }

    static int nonZero(int hash) {
        return hash == 0 ? 1 : hash;
    }

    /** The first token of the sentence that ends at the given index of {@link #sentenceEnds}. */
    int sentenceStart(int sentence) {
        return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
    }

    /** A tree in each bucket of the map keeps this from being slow for words that were made to collide. */
    private int number() {
        Map<Integer, Integer> numbers = HashMap.newHashMap(lower.length / 2);
        for (int i = 0; i < lower.length; i++) {
            Integer known = numbers.putIfAbsent(lower[i], numbers.size());
            word[i] = known == null ? numbers.size() - 1 : known;
        }
        return numbers.size();
    }

    private void lookElsewhere() {
        int[] seen = new int[words];
        for (int s = 0; s < sentenceEnds.length; s++) {
            int start = sentenceStart(s);
            boolean loud = isShouted(start, sentenceEnds[s]);
            boolean within = false;
            for (int i = start; i < sentenceEnds[s]; i++) {
                shouted[i] = loud;
                if (kind[i] == WordShape.SMALL) {
                    seen[word[i]] |= 1;
                } else if (within && !loud && kind[i] >= WordShape.CAPITALISED && kind[i] <= WordShape.CAPITALS) {
                    seen[word[i]] |= 2;
                }
                within |= kind[i] == WordShape.SMALL;
            }
        }
        for (int i = 0; i < lower.length; i++) {
            elsewhere[i] = seen[word[i]];
        }
    }

    /** More than four of five words, and at least three, begin with capitals. */
    private boolean isShouted(int start, int end) {
        int loud = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            if (kind[i] >= WordShape.SMALL && kind[i] <= WordShape.CAPITALS) {
                letters++;
                loud += kind[i] == WordShape.SMALL ? 0 : 1;
            }
        }
        return loud >= 3 && loud * 5 > letters * 4;
    }
}
