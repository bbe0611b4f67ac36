package io.averment.analysis.training;

import io.averment.analysis.syntax.Lemmatizer;
import io.averment.analysis.syntax.SyntaxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns the lemmatiser: for each ending the script most words with it need, kept only where the next shorter ending says
 * otherwise; for each word its own script, kept only where its endings say otherwise. Deterministic.
 */
final class LemmaTraining {

    private final Map<Integer, Map<String, Integer>> endings = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> words = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<TreebankSentence> sentences;

    LemmaTraining(List<TreebankSentence> sentences) {
        this.sentences = sentences;
    }

    Lemmatizer train() {
        forEachToken((tags, form, lemma) -> {
            String script = Lemmatizer.script(form, lemma);
            // Endings count words, not their occurrences: a rule that only one word needs is none.
            boolean first = seen.add(tags + '\t' + form + '\t' + lemma);
            for (int length = 0; first && length < Lemmatizer.endings(form); length++) {
                count(endings, Lemmatizer.endingKey(tags, form, length), script);
            }
            count(words, Lemmatizer.wordKey(tags, form), script);
            count(words, Lemmatizer.exactKey(tags, form), script);
        });
        Map<Integer, String> kept = new TreeMap<>();
        forEachToken((tags, form, lemma) -> keep(kept, tags, form));
        String[] scripts = new TreeSet<>(kept.values()).toArray(String[]::new);
        int[] keys = new int[kept.size()];
        short[] values = new short[kept.size()];
        int i = 0;
        for (Map.Entry<Integer, String> entry : kept.entrySet()) {
            keys[i] = entry.getKey();
            values[i++] = (short) Arrays.binarySearch(scripts, entry.getValue());
        }
        return new Lemmatizer(scripts, keys, values);
    }

    private void keep(Map<Integer, String> kept, String tags, String form) {
        String said = "";
        for (int length = 0; length < Lemmatizer.endings(form); length++) {
            int key = Lemmatizer.endingKey(tags, form, length);
            String best = best(endings, key);
            if (!best.equals(said) && (length == 0 || total(endings, key) > 1)) {
                kept.put(key, best);
                said = best;
            }
        }
        String own = best(words, Lemmatizer.wordKey(tags, form));
        if (!own.equals(said)) {
            kept.put(Lemmatizer.wordKey(tags, form), own);
        }
        String exact = best(words, Lemmatizer.exactKey(tags, form));
        if (!exact.equals(own)) {
            kept.put(Lemmatizer.exactKey(tags, form), exact);
        }
    }

    private interface TokenUse {
        void accept(String tags, String form, String lemma);
    }

    private void forEachToken(TokenUse use) {
        for (TreebankSentence sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                // A form that stands for another ("it s" for "its") has the other's lemma, and teaches nothing.
                if (!"_".equals(sentence.lemmas()[i])) {
                    use.accept(
                            SyntaxModel.pair(sentence.upos()[i], sentence.xpos()[i]),
                            sentence.forms()[i],
                            sentence.lemmas()[i]);
                }
            }
        }
    }

    private static void count(Map<Integer, Map<String, Integer>> counts, int key, String script) {
        counts.computeIfAbsent(key, unseen -> new TreeMap<>()).merge(script, 1, Integer::sum);
    }

    private static int total(Map<Integer, Map<String, Integer>> counts, int key) {
        return counts.getOrDefault(key, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The most frequent script, the first of the alphabet among equals. */
    private static String best(Map<Integer, Map<String, Integer>> counts, int key) {
        List<Map.Entry<String, Integer>> entries =
                new ArrayList<>(counts.getOrDefault(key, Map.of()).entrySet());
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> entry : entries) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }
}
