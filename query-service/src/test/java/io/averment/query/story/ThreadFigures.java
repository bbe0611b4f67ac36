package io.averment.query.story;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Span;
import io.averment.query.record.Statement;
import io.averment.query.record.thread.FactThread;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.ThreadFacts;
import io.averment.query.record.thread.ThreadKind;
import io.averment.query.record.thread.Weaving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the threads that are found with the gold ones, as pairs of reports that share a thread. Pairs within a report are left out.
 */
final class ThreadFigures {
    /** A report and a gold thread in it, or a fact that nobody marked. */
    private record Item(String report, String thread) {}

    private final ThreadKind kind;
    private final Map<ThreadFact, Item> items = new HashMap<>();
    private final Map<String, List<Item>> gold = new HashMap<>();
    private final List<ThreadFact> facts = new ArrayList<>();
    private final Set<Item> found = new HashSet<>();

    ThreadFigures(ThreadKind kind) {
        this.kind = kind;
    }

    /** Of pairs. */
    record Figures(int right, int result, int gold, int goldFound) {
        double precision() {
            return (double) right / result;
        }

        double recall() {
            return (double) right / gold;
        }

        double f1() {
            return 2 * precision() * recall() / (precision() + recall());
        }

        /** The same, for pairs both of whose facts the analysis found. */
        double linkingF1() {
            double recall = (double) right / goldFound;
            return 2 * precision() * recall / (precision() + recall);
        }

        /** Precision, recall, F1 and F1 of linking, in per cent. */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "P %.1f R %.1f F1 %.1f linking %.1f (%d right, %d found, %d gold)",
                    100 * precision(),
                    100 * recall(),
                    100 * f1(),
                    100 * linkingF1(),
                    right,
                    result,
                    gold);
        }
    }

    void add(Story story, int report, AnalysedArticle article) {
        String prefix = kind == ThreadKind.COMMITMENT ? "c" : "u";
        String file = story.file(report);
        List<Story.Mark> marks = story.reports().get(report).marks().stream()
                .filter(mark -> mark.thread().startsWith(prefix))
                .toList();
        Set<String> here = new TreeSet<>();
        marks.forEach(mark -> here.add(story.name() + ' ' + mark.thread()));
        here.forEach(
                thread -> gold.computeIfAbsent(thread, any -> new ArrayList<>()).add(new Item(file, thread)));
        for (ThreadFact fact : ThreadFacts.of(article)) {
            if (fact.kind() == kind) {
                List<Span> spans = spans(article, fact.place().fact());
                Item item = marks.stream()
                        .filter(mark -> spans.stream().anyMatch(span -> mark.overlaps(span.start(), span.end())))
                        .findFirst()
                        .map(mark -> new Item(file, story.name() + ' ' + mark.thread()))
                        .orElse(new Item(file, "unmarked " + fact.place().fact()));
                facts.add(fact);
                items.put(fact, item);
                found.add(item);
            }
        }
    }

    private List<Span> spans(AnalysedArticle article, String fact) {
        List<Span> acts = article.facts().commitments().stream()
                .filter(commitment -> commitment.id().equals(fact))
                .map(commitment -> commitment.act())
                .toList();
        return kind == ThreadKind.COMMITMENT && !acts.isEmpty()
                ? acts
                : article.facts().statements().stream()
                        .filter(statement -> statement.id().equals(fact))
                        .map(Statement::content)
                        .findFirst()
                        .orElse(List.of());
    }

    Figures figures() {
        Set<Set<Item>> goldPairs = new HashSet<>();
        gold.values().forEach(items -> addPairs(goldPairs, items));
        Set<Set<Item>> pairs = new HashSet<>();
        for (FactThread thread : Weaving.weave(facts)) {
            addPairs(pairs, thread.facts().stream().map(this::item).toList());
        }
        int rightPairs = (int) pairs.stream().filter(goldPairs::contains).count();
        int goldFound = (int) goldPairs.stream().filter(found::containsAll).count();
        return new Figures(rightPairs, pairs.size(), goldPairs.size(), goldFound);
    }

    /** The pairs that are wrong and those that are missing, to be read. */
    List<String> errors() {
        Set<Set<Item>> goldPairs = new HashSet<>();
        gold.values().forEach(items -> addPairs(goldPairs, items));
        Set<Set<Item>> pairs = new HashSet<>();
        for (FactThread thread : Weaving.weave(facts)) {
            addPairs(pairs, thread.facts().stream().map(this::item).toList());
        }
        List<String> errors = new ArrayList<>();
        pairs.stream().filter(pair -> !goldPairs.contains(pair)).forEach(pair -> errors.add("wrong " + pair));
        goldPairs.stream()
                .filter(pair -> !pairs.contains(pair) && found.containsAll(pair))
                .forEach(pair -> errors.add("missing " + pair));
        goldPairs.stream().filter(pair -> !found.containsAll(pair)).forEach(pair -> errors.add("not analysed " + pair));
        errors.sort(null);
        return errors;
    }

    private Item item(ThreadFact fact) {
        return java.util.Objects.requireNonNull(items.get(fact));
    }

    private static void addPairs(Set<Set<Item>> pairs, List<Item> items) {
        for (Item one : items) {
            for (Item other : items) {
                if (!one.report().equals(other.report())) {
                    pairs.add(Set.of(one, other));
                }
            }
        }
    }
}
