package io.averment.analysis.name;

/**
 * The features of a token for its label: words, affixes and shapes around it, clusters, gazetteer, the run of capitalised words that it
 * stands in, and what the rest of the document knows about the word. Each is the hash of its kind and its values.
 */
final class Features {

    /** No token has more; what would come after them is left out. Some 65 are usual. */
    static final int MOST = 160;

    private static final int WINDOW = 2;

    private final TokenTable table;
    private final int[] out = new int[MOST];
    private int count;
    private int start;
    private int end;

    Features(TokenTable table) {
        this.table = table;
    }

    /** The features of the token before the next call. */
    int[] ids() {
        return out;
    }

    /** Finds the features of a token of the sentence from {@code start} to {@code end}; gives how many there are. */
    int find(int token, int sentenceStart, int sentenceEnd) {
        count = 0;
        start = sentenceStart;
        end = sentenceEnd;
        add(1, 0);
        words(token);
        affixes(token);
        shapes(token);
        clusters(token);
        gazetteer(token);
        run(token);
        document(token);
        return count;
    }

    private void add(int kind, int value) {
        if (count < MOST) {
            out[count++] = TokenTable.nonZero(Hash.of(kind, value));
        }
    }

    private int at(int[] column, int token) {
        return token < start ? -1 : token >= end ? -2 : column[token];
    }

    private void words(int i) {
        add(2, table.form[i]);
        for (int d = -WINDOW; d <= WINDOW; d++) {
            add(10 + d, at(table.lower, i + d));
        }
        add(20, Hash.of(at(table.lower, i - 1), table.lower[i]));
        add(21, Hash.of(table.lower[i], at(table.lower, i + 1)));
        add(22, Hash.of(at(table.lower, i - 2), at(table.lower, i - 1)));
        add(23, Hash.of(at(table.lower, i + 1), at(table.lower, i + 2)));
        int kind = table.kind[i];
        add(24, Hash.of(kind, at(table.lower, i - 1)));
        add(25, Hash.of(kind, at(table.lower, i + 1)));
    }

    private void affixes(int i) {
        String word = table.small[i];
        int length = word.length();
        for (int n = 1; n <= 4 && n < length; n++) {
            add(30 + n, Hash.of(word, 0, n));
            add(40 + n, Hash.of(word, length - n, length));
        }
        suffix(50, i - 1);
        suffix(51, i + 1);
    }

    private void suffix(int kind, int i) {
        if (i >= start && i < end) {
            String word = table.small[i];
            add(kind, Hash.of(word, Math.max(0, word.length() - 3), word.length()));
        }
    }

    private void shapes(int i) {
        for (int d = -WINDOW; d <= WINDOW; d++) {
            add(60 + d, at(table.outline, i + d));
        }
        int before = at(table.kind, i - 1);
        int here = table.kind[i];
        int after = at(table.kind, i + 1);
        add(70, Hash.of(before, here));
        add(71, Hash.of(here, after));
        add(72, Hash.of(Hash.of(before, here), after));
        add(73, Hash.of(Hash.of(at(table.kind, i - 2), before), here));
        add(74, Hash.of(here, Math.min(table.small[i].length(), 8)));
    }

    private void clusters(int i) {
        for (int d = -WINDOW; d <= WINDOW; d++) {
            int cluster = at(table.cluster, i + d);
            if (cluster >= 0) {
                add(80 + d, cluster);
            }
        }
        int here = at(table.cluster, i);
        add(90, Hash.of(at(table.cluster, i - 1), here));
        add(91, Hash.of(here, at(table.cluster, i + 1)));
    }

    private void gazetteer(int i) {
        for (int d = -1; d <= 1; d++) {
            int j = i + d;
            if (j < start || j >= end) {
                continue;
            }
            for (long rest = table.gazetteer[j]; rest != 0; rest &= rest - 1) {
                int bit = Long.numberOfTrailingZeros(rest);
                add(100 + d, bit);
                if (d == 0) {
                    add(110, Hash.of(bit, table.kind[i]));
                }
            }
        }
        if (table.gazetteer[i] != 0) {
            add(111, Long.hashCode(table.gazetteer[i]));
        }
    }

    /** The words at the ends of the run of capitalised words around a token, and what stands beside it. */
    private void run(int i) {
        if (!isCapital(i)) {
            return;
        }
        int first = i;
        while (first > start && i - first < 6 && isCapital(first - 1)) {
            first--;
        }
        int last = i;
        while (last + 1 < end && last - i < 6 && isCapital(last + 1)) {
            last++;
        }
        int place = first == last ? 3 : i == first ? 0 : i == last ? 2 : 1;
        add(120, Hash.of(place, table.lower[first]));
        add(121, Hash.of(place, table.lower[last]));
        add(122, Hash.of(place, at(table.lower, first - 1)));
        add(123, Hash.of(place, at(table.lower, last + 1)));
        add(124, Hash.of(i - first, last - i));
        add(125, table.lower[last]);
        add(126, table.lower[first]);
        if (table.cluster[last] >= 0) {
            add(127, table.cluster[last]);
        }
        add(128, Hash.of(place, Long.hashCode(table.gazetteer[last])));
        add(129, Hash.of(place, Long.hashCode(table.gazetteer[first])));
    }

    private boolean isCapital(int i) {
        return table.kind[i] >= WordShape.CAPITALISED && table.kind[i] <= WordShape.CAPITALS;
    }

    private void document(int i) {
        int position = i == start ? 0 : 1;
        int loud = table.shouted[i] ? 1 : 0;
        int elsewhere = table.elsewhere[i];
        int kind = table.kind[i];
        add(130, Hash.of(Hash.of(position, loud), kind));
        add(131, Hash.of(Hash.of(position, loud), Hash.of(kind, elsewhere)));
        add(132, Hash.of(Hash.of(elsewhere, at(table.elsewhere, i + 1)), Hash.of(kind, at(table.kind, i + 1))));
    }
}
