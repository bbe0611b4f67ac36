package io.averment.query.record.story;

import io.averment.query.record.story.Trait.Sort;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what a report is looked for: its text, whom it copies, its quotations and undertakings, the names in it that no knowledge base has; and,
 * since what a knowledge base has is named everywhere, pairs of such names, and of them and a word.
 */
public final class StoryKeys {
    private static final int MOST_OF_A_SORT = 6;
    private static final int MOST_PAIRED = 4;

    private StoryKeys() {}

    /** The keys of a report, as hashes: at most 60, commonly a dozen. */
    public static Set<Long> of(StoryReport report) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("text " + report.source().text());
        keys.add("copy " + report.source().article());
        String origin = report.source().origin();
        if (origin != null) {
            keys.add("copy " + origin);
        }
        for (Sort sort : List.of(Sort.UTTERANCE, Sort.UNDERTAKING, Sort.PERSON, Sort.BODY)) {
            report.traits().stream()
                    .filter(trait -> trait.sort() == sort && !trait.isCommon())
                    .limit(MOST_OF_A_SORT)
                    .forEach(trait -> keys.add(trait.text()));
        }
        keys.addAll(pairs(report.traits()));
        Set<Long> hashes = new TreeSet<>();
        keys.forEach(key -> hashes.add(hash(key)));
        return hashes;
    }

    /** Whether the two have a key in common: only such are compared. */
    public static boolean meet(StoryReport one, StoryReport other) {
        return !Collections.disjoint(of(one), of(other));
    }

    /** Pairs of names that many reports have, and of them and the words with the smallest hashes: so two reports choose the same words. */
    private static List<String> pairs(List<Trait> traits) {
        List<Trait> names = traits.stream()
                .filter(trait -> trait.sort().isName() && trait.isCommon())
                .limit(MOST_PAIRED)
                .toList();
        List<Trait> words = traits.stream()
                .filter(trait -> trait.sort() == Sort.WORD)
                .sorted(Comparator.comparingLong(word -> hash(word.text())))
                .limit(MOST_OF_A_SORT)
                .toList();
        List<String> pairs = new ArrayList<>();
        for (Trait name : names) {
            names.stream()
                    .filter(other -> other.compareTo(name) > 0)
                    .forEach(other -> pairs.add(name.text() + '\n' + other.text()));
            words.forEach(word -> pairs.add(name.text() + '\n' + word.text()));
        }
        return pairs;
    }

    private static long hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
