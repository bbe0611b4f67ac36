package io.averment.query.record.thread;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Quoted words with their speaker.
 *
 * @param words folded, in their order
 */
public record Quotation(Voice voice, List<String> words) implements Evidence {
    private static final int FEWEST = 2;
    private static final int FEWEST_IN_PART = 3;
    private static final int FEWEST_ALTERED = 4;
    private static final int MOST_COMPARED = 120;
    private static final double SHARE_OF_SHORTER = 0.7;
    private static final double SHARE_OF_LONGER = 0.4;
    private static final int WINDOW = 3;
    private static final int MOST_KEYS = 8;
    private static final int MOST_OF_ONE_SHARED = 5;
    private static final int MOST_ASKED_OF_SHORT = 2;
    private static final int SAMPLES_A_SHARED_ONE = 4;

    public Quotation {
        words = List.copyOf(words);
    }

    /** The words in quotation marks; empty when they are too few to be recognised again. */
    static Optional<Quotation> of(Voice voice, String quoted) {
        List<String> words = Words.split(quoted);
        return words.size() < FEWEST || words.stream().allMatch(Words.STANDARD::isStop)
                ? Optional.empty()
                : Optional.of(new Quotation(voice, words));
    }

    /** How the words of the one relate to those of the other. */
    public enum Relation {
        /** The same words. */
        VERBATIM,
        /** One is a stretch of the other. */
        TRIMMED,
        /** Words were changed, or left out in between. */
        ALTERED
    }

    /** How the other's words are these; empty when they are not. Costs the product of the lengths. */
    public Optional<Relation> relation(Quotation other) {
        if (words.equals(other.words)) {
            return Optional.of(Relation.VERBATIM);
        }
        List<String> shorter = words.size() <= other.words.size() ? words : other.words;
        List<String> longer = words.size() <= other.words.size() ? other.words : words;
        if (shorter.size() >= FEWEST_IN_PART && Collections.indexOfSubList(longer, shorter) >= 0) {
            return Optional.of(Relation.TRIMMED);
        }
        int shared = shared(beginning(shorter), beginning(longer));
        boolean altered = shared >= FEWEST_ALTERED
                && shared >= SHARE_OF_SHORTER * shorter.size()
                && shared >= SHARE_OF_LONGER * longer.size();
        return altered ? Optional.of(Relation.ALTERED) : Optional.empty();
    }

    private static List<String> beginning(List<String> words) {
        return words.subList(0, Math.min(words.size(), MOST_COMPARED));
    }

    /** The length of the longest sequence of words that both have in this order. */
    private static int shared(List<String> one, List<String> other) {
        int[] before = new int[other.size() + 1];
        for (String word : one) {
            int[] now = new int[other.size() + 1];
            for (int i = 0; i < other.size(); i++) {
                now[i + 1] = word.equals(other.get(i)) ? before[i] + 1 : Math.max(before[i + 1], now[i]);
            }
            before = now;
        }
        return before[other.size()];
    }

    /**
     * The words under which it is looked for: all that say something where they are few, since little is left of a short quotation that was
     * altered; else of every three that follow each other the one with the smallest hash. A stretch of a quotation has the same words in
     * every three, so two quotations of which one is a stretch of the other always share the shorter one's sample; of two samples a fourth is
     * left by changes.
     */
    @Override
    public Keys keys() {
        List<String> telling =
                words.stream().filter(word -> !Words.STANDARD.isStop(word)).toList();
        List<String> sample = sample(telling);
        if (telling.size() > MOST_KEYS) {
            return new Keys(sample, (sample.size() + SAMPLES_A_SHARED_ONE - 1) / SAMPLES_A_SHARED_ONE);
        }
        List<String> all = telling.stream().distinct().toList();
        // A word said twice may be the whole sample of several.
        return new Keys(all, all.size() > MOST_OF_ONE_SHARED ? Math.min(MOST_ASKED_OF_SHORT, sample.size()) : 1);
    }

    private static List<String> sample(List<String> telling) {
        TreeSet<String> sample = new TreeSet<>();
        for (int i = 0; i + WINDOW <= telling.size(); i++) {
            telling.subList(i, i + WINDOW).stream()
                    .min(Comparator.comparingInt(Quotation::mixed).thenComparing(word -> word))
                    .ifPresent(sample::add);
        }
        return List.copyOf(sample);
    }

    private static int mixed(String word) {
        int hash = word.hashCode() * 0x9E3779B1;
        return hash ^ (hash >>> 15);
    }
}
