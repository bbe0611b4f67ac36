package io.averment.analysis.conflict;

import io.averment.analysis.commitment.Commitment;
import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conflicts found in a document, of which the first to be found are kept. Not thread-safe. */
final class Findings {

    /** How many are told of; a text with more says nothing that can be trusted. */
    static final int MOST = 50;

    /** Where each fact that a conflict may be of begins in the text. */
    private final Map<String, Integer> starts = new HashMap<>();

    private final List<Conflict> found = new ArrayList<>();

    Findings(Document document) {
        for (TimeExpression time : document.get(TimeAnnotator.TIMES)) {
            starts.put(time.id(), time.span().start());
        }
        for (Commitment commitment : document.get(CommitmentAnnotator.COMMITMENTS)) {
            starts.put(commitment.id(), commitment.act().start());
        }
    }

    /** Adds one, unless as many are known as are kept. */
    void add(Conflict conflict) {
        if (!isFull()) {
            found.add(conflict);
        }
    }

    /** Whether no more are kept, so that none need be looked for. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    /** Whether a fact is already one of those that do not agree. Linear in what is found. */
    boolean isOf(String fact) {
        return found.stream().anyMatch(conflict -> conflict.facts().contains(fact));
    }

    /** All by where the first of their facts stands in the text; of one place in the order in which they were found. */
    List<Conflict> sorted() {
        return found.stream().sorted(Comparator.comparingInt(this::start)).toList();
    }

    private int start(Conflict conflict) {
        return conflict.facts().stream()
                .mapToInt(fact -> starts.getOrDefault(fact, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
