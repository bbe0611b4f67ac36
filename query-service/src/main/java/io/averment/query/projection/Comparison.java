package io.averment.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What candidates would change.
 *
 * @param articles how many would be opened anew
 * @param kinds by kind of fact
 */
public record Comparison(long articles, Map<String, Kind> kinds) {

    public Comparison {
        kinds = new TreeMap<>(kinds);
    }

    /**
     * Of one kind of facts.
     *
     * @param examples ids of the first ones, with a sign: + opened, - closed, ~ changed
     */
    public record Kind(long opened, long closed, long changed, long same, List<String> examples) {
        public Kind {
            examples = List.copyOf(examples);
        }
    }

    /** Sums up, article by article. Not thread-safe. */
    static final class Sum {
        private static final int MOST_EXAMPLES = 10;

        private final Map<String, Counts> kinds = new TreeMap<>();
        private long articles;

        private static final class Counts {
            private long opened;
            private long closed;
            private long changed;
            private long same;
            private final List<String> examples = new ArrayList<>();

            private void example(String sign, String id) {
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(sign + id);
                }
            }
        }

        void article() {
            articles++;
        }

        /** Compares the facts of one kind of an article by their ids. */
        void compare(String kind, String article, Map<String, ?> before, Map<String, ?> after) {
            Counts counts = kinds.computeIfAbsent(kind, any -> new Counts());
            after.forEach((id, fact) -> {
                Object old = before.get(id);
                if (old == null) {
                    counts.opened++;
                    counts.example("+", article + ':' + id);
                } else if (old.equals(fact)) {
                    counts.same++;
                } else {
                    counts.changed++;
                    counts.example("~", article + ':' + id);
                }
            });
            before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> {
                counts.closed++;
                counts.example("-", article + ':' + id);
            });
        }

        Comparison total() {
            Map<String, Kind> total = new TreeMap<>();
            kinds.forEach((kind, counts) -> total.put(
                    kind, new Kind(counts.opened, counts.closed, counts.changed, counts.same, counts.examples)));
            return new Comparison(articles, total);
        }
    }
}
