package io.averment.analysis.training;

import io.averment.analysis.syntax.FeatureTable;
import io.averment.analysis.syntax.WordForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each property of words was seen, and which of them are frequent enough for an embedding of their own. */
final class PropertyCounts {

    private final Map<Integer, Integer> all = new HashMap<>();
    private final Map<Integer, Integer> kinds = new HashMap<>();

    PropertyCounts(List<TreebankSentence> sentences) {
        for (TreebankSentence sentence : sentences) {
            WordForms forms = WordForms.of(sentence.forms());
            for (int t = 0; t < forms.size(); t++) {
                for (int kind = 0; kind < FeatureTable.KINDS; kind++) {
                    int key = FeatureTable.key(forms, t, kind);
                    all.merge(key, 1, Integer::sum);
                    kinds.put(key, kind);
                }
            }
        }
    }

    int of(int key) {
        return all.getOrDefault(key, 0);
    }

    /** The properties that were seen as often as their kind's least says, sorted. */
    int[] frequent(int[] least) {
        return all.keySet().stream()
                .filter(key -> of(key) >= least[kinds.getOrDefault(key, 0)])
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
