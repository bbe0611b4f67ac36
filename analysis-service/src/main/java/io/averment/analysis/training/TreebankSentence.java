package io.averment.analysis.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sentence of a treebank. The arrays are the sentence's own and must not be changed. */
final class TreebankSentence {

    private final String document;
    private final boolean startsParagraph;
    private final String[][] columns;
    private final int[] heads;
    private final boolean[] spaced;

    private TreebankSentence(
            String document, boolean startsParagraph, String[][] columns, int[] heads, boolean[] spaced) {
        this.document = document;
        this.startsParagraph = startsParagraph;
        this.columns = columns;
        this.heads = heads;
        this.spaced = spaced;
    }

    int size() {
        return heads.length;
    }

    /** The name of the document that it is from. */
    String document() {
        return document;
    }

    boolean startsParagraph() {
        return startsParagraph;
    }

    String[] forms() {
        return columns[0];
    }

    String[] lemmas() {
        return columns[1];
    }

    /** Universal part-of-speech tags. */
    String[] upos() {
        return columns[2];
    }

    /** Penn tags. */
    String[] xpos() {
        return columns[3];
    }

    /** With subtypes, as {@code nsubj:pass}. */
    String[] relations() {
        return columns[4];
    }

    /** What the treebank says beside syntax: {@code key=value} pairs separated by bars, or an underscore. */
    String[] miscellany() {
        return columns[5];
    }

    /** Position of each token's head, counted from 0, -1 for the root. */
    int[] heads() {
        return heads;
    }

    /** The same words with another tree. */
    TreebankSentence withTree(int[] otherHeads, String[] otherRelations) {
        String[][] others = columns.clone();
        others[4] = otherRelations;
        return new TreebankSentence(document, startsParagraph, others, otherHeads, spaced);
    }

    /** Whether a blank follows each token. */
    boolean[] spaced() {
        return spaced;
    }

    /** Gathers the tokens of one sentence after the other. Not thread-safe. */
    static final class Builder {

        /** Each string once, for most of a large treebank's are the same. */
        private final Map<String, String> strings = new HashMap<>();

        private final List<String[]> rows = new ArrayList<>();
        private final List<Boolean> spaces = new ArrayList<>();
        private boolean paragraph;
        private int rangeEnd;
        private boolean rangeSpaced;

        void beginParagraph() {
            paragraph = true;
        }

        /** A surface word of several tokens, up to token {@code last}; only the blank behind it counts. */
        void range(int last, boolean spaced) {
            rangeEnd = last;
            rangeSpaced = spaced;
        }

        void token(String[] columns, boolean spaced) {
            rows.add(columns);
            int id = rows.size();
            spaces.add(id < rangeEnd ? false : id == rangeEnd ? rangeSpaced : spaced);
        }

        /** Ends the sentence, if one has begun. */
        void finish(String document, List<TreebankSentence> sentences) {
            if (rows.isEmpty()) {
                return;
            }
            int size = rows.size();
            int[] heads = new int[size];
            boolean[] spaced = new boolean[size];
            for (int i = 0; i < size; i++) {
                heads[i] = Integer.parseInt(rows.get(i)[6]) - 1;
                spaced[i] = spaces.get(i);
            }
            String[][] columns = {column(1), column(2), column(3), column(4), column(7), column(9)};
            sentences.add(new TreebankSentence(document, paragraph, columns, heads, spaced));
            rows.clear();
            spaces.clear();
            paragraph = false;
            rangeEnd = 0;
        }

        private String[] column(int index) {
            return rows.stream()
                    .map(row -> strings.computeIfAbsent(row[index], string -> string))
                    .toArray(String[]::new);
        }
    }
}
