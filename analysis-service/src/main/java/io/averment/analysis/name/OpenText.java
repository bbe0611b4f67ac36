package io.averment.analysis.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Text without tags, its words as numbers, since there are many millions of them. Not thread-safe. */
final class OpenText {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> forms = new ArrayList<>();
    private int[] tokens = new int[1 << 16];
    private int[] ends = new int[1 << 12];
    private int size;
    private int sentences;

    /** Adds a sentence, of one word at least. */
    void add(String... words) {
        if (size + words.length > tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(size + words.length, tokens.length * 2));
        }
        for (String word : words) {
            tokens[size++] = number(word);
        }
        if (sentences == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[sentences++] = size;
    }

    private int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, forms.size());
        forms.add(word);
        return forms.size() - 1;
    }

    int sentences() {
        return sentences;
    }

    /** The first token of a sentence. */
    int start(int sentence) {
        return sentence == 0 ? 0 : ends[sentence - 1];
    }

    /** One past its last token. */
    int end(int sentence) {
        return ends[sentence];
    }

    /** The number of the form of a token. */
    int form(int token) {
        return tokens[token];
    }

    /** The forms by their numbers, as they are written. */
    List<String> forms() {
        return List.copyOf(forms);
    }
}
