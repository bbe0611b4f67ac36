package io.averment.analysis.name;

import java.util.Arrays;

/** A sentence whose names are known. */
final class TaggedSentence {

    private final String document;
    private final String[] words;
    private final int[] labels;
    private final float weight;

    /**
     * @param document to which it belongs; sentences of one document stand side by side
     * @param labels of the words, see {@link Labels}
     */
    TaggedSentence(String document, String[] words, int[] labels) {
        this(document, words, labels, 1);
    }

    private TaggedSentence(String document, String[] words, int[] labels, float weight) {
        if (words.length != labels.length) {
            throw new IllegalArgumentException("Each word needs a label");
        }
        this.document = document;
        this.words = words.clone();
        this.labels = labels.clone();
        this.weight = weight;
    }

    /** The same sentence, counting as if it were there so many times. */
    TaggedSentence weighing(float times) {
        return new TaggedSentence(document, words, labels, times);
    }

    float weight() {
        return weight;
    }

    String document() {
        return document;
    }

    int size() {
        return words.length;
    }

    String word(int index) {
        return words[index];
    }

    String[] words() {
        return words.clone();
    }

    int[] labels() {
        return labels.clone();
    }

    @Override
    public String toString() {
        return document + ": " + Arrays.toString(words);
    }
}
