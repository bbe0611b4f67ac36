package io.averment.analysis.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Pairs what is marked in a text with what was found, one to one, the best overlap first. How much a pair must share is the
 * caller's to say.
 *
 * <p>Only stretches are compared that have characters in the same stretch of the text, so that the cost is linear in the text where
 * they do not lie one upon the other.
 */
final class Pairing {

    private static final int NONE = -1;
    private static final int STRETCH = 256;
    private static final double HALF = .5;

    private final int[] foundOfGold;
    private final int[] goldOfFound;

    private Pairing(int gold, int found) {
        foundOfGold = new int[gold];
        goldOfFound = new int[found];
        Arrays.fill(foundOfGold, NONE);
        Arrays.fill(goldOfFound, NONE);
    }

    /**
     * Two that share characters; all shares from 0 to 1.
     *
     * @param ofGold share of the marked one's characters that are in both
     * @param ofFound share of the found one's characters that are in both
     * @param share of the characters of either that are in both
     */
    record Overlap(int gold, int found, double ofGold, double ofFound, double share) {

        /** Whether both share at least half of their characters. */
        boolean isHalfOfBoth() {
            return Math.min(ofGold, ofFound) >= HALF;
        }

        /** Whether the shorter shares at least half of its characters. */
        boolean isHalfOfShorter() {
            return Math.max(ofGold, ofFound) >= HALF;
        }
    }

    /** @param isPair which overlaps are enough for a pair */
    static Pairing of(List<Characters> gold, List<Characters> found, Predicate<Overlap> isPair) {
        Pairing pairing = new Pairing(gold.size(), found.size());
        for (Overlap overlap : overlaps(gold, found)) {
            if (isPair.test(overlap)
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
            double either = gold.size() + found.size() - shared;
            overlaps.add(
                    new Overlap(i, j, shared / (double) gold.size(), shared / (double) found.size(), shared / either));
        }
    }

    boolean isGoldPaired(int gold) {
        return foundOfGold[gold] != NONE;
    }

    boolean isFoundPaired(int found) {
        return goldOfFound[found] != NONE;
    }

    /** The number of what was found for a marked one that is paired. */
    int foundOf(int gold) {
        return foundOfGold[gold];
    }

    /** The number of the marked one of a found one that is paired. */
    int goldOf(int found) {
        return goldOfFound[found];
    }
}
