package io.averment.analysis.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs the marked contents of a text with those found, one to one, the best overlap first; both must share at least half of
 * their characters.
 *
 * <p>Only contents are compared that have characters in the same stretch of the text, so that the cost is linear in the text where
 * contents do not lie one upon the other.
 */
final class StatementPairing {

    private static final int NONE = -1;
    private static final int STRETCH = 256;

    private final int[] foundOfGold;
    private final int[] goldOfFound;

    private StatementPairing(int gold, int found) {
        foundOfGold = new int[gold];
        goldOfFound = new int[found];
        Arrays.fill(foundOfGold, NONE);
        Arrays.fill(goldOfFound, NONE);
    }

    /**
     * Two contents that share characters.
     *
     * @param share of the characters of either that are in both, from 0 to 1
     */
    record Overlap(int gold, int found, boolean isHalfOfBoth, double share) {}

    static StatementPairing of(List<Characters> gold, List<Characters> found) {
        StatementPairing pairing = new StatementPairing(gold.size(), found.size());
        for (Overlap overlap : overlaps(gold, found)) {
            if (overlap.isHalfOfBoth()
                    && pairing.foundOfGold[overlap.gold()] == NONE
                    && pairing.goldOfFound[overlap.found()] == NONE) {
                pairing.foundOfGold[overlap.gold()] = overlap.found();
                pairing.goldOfFound[overlap.found()] = overlap.gold();
            }
        }
        return pairing;
    }

    /** All that share characters, the largest share first; among equals those that come last in the lists. */
    static List<Overlap> overlaps(List<Characters> gold, List<Characters> found) {
        Map<Integer, List<Integer>> foundByStretch = new HashMap<>();
        for (int j = 0; j < found.size(); j++) {
            for (int stretch : found.get(j).stretches(STRETCH)) {
                foundByStretch
                        .computeIfAbsent(stretch, key -> new ArrayList<>())
                        .add(j);
            }
        }
        List<Overlap> overlaps = new ArrayList<>();
        int[] comparedWith = new int[found.size()];
        Arrays.fill(comparedWith, NONE);
        for (int i = 0; i < gold.size(); i++) {
            for (int stretch : gold.get(i).stretches(STRETCH)) {
                for (int j : foundByStretch.getOrDefault(stretch, List.of())) {
                    if (comparedWith[j] != i) {
                        comparedWith[j] = i;
                        addOverlap(i, gold.get(i), j, found.get(j), overlaps);
                    }
                }
            }
        }
        overlaps.sort(Comparator.comparingDouble(Overlap::share)
                .thenComparingInt(Overlap::gold)
                .thenComparingInt(Overlap::found)
                .reversed());
        return overlaps;
    }

    private static void addOverlap(int i, Characters gold, int j, Characters found, List<Overlap> overlaps) {
        int shared = gold.shared(found);
        if (shared > 0) {
            boolean isHalf = 2 * shared >= gold.size() && 2 * shared >= found.size();
            overlaps.add(new Overlap(i, j, isHalf, shared / (double) (gold.size() + found.size() - shared)));
        }
    }

    boolean isGoldPaired(int gold) {
        return foundOfGold[gold] != NONE;
    }

    boolean isFoundPaired(int found) {
        return goldOfFound[found] != NONE;
    }

    /** The number of the content found for a marked one that is paired. */
    int foundOf(int gold) {
        return foundOfGold[gold];
    }

    /** The number of the marked content of a found one that is paired. */
    int goldOf(int found) {
        return goldOfFound[found];
    }
}
