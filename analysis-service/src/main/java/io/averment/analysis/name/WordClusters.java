package io.averment.analysis.name;

/** What is known of frequent words from open text: the cluster, and whether a word is mostly written small. Thread-safe. */
final class WordClusters {

    private final IntTable table;

    /** @param table from the hash of a word in lower case to twice its cluster, plus 1 if it is mostly written small */
    WordClusters(IntTable table) {
        this.table = table;
    }

    /** From 0; negative for a word that is not known. */
    int clusterOf(int word) {
        int value = table.get(TokenTable.nonZero(word));
        return value < 0 ? value : value >> 1;
    }

    /** Whether open text writes the word small four times of five. */
    boolean isSmall(int word) {
        int value = table.get(TokenTable.nonZero(word));
        return value >= 0 && (value & 1) == 1;
    }
}
