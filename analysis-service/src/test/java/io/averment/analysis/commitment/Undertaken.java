package io.averment.analysis.commitment;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import java.util.List;

/** What the standard pipeline finds in a text published on 18 August 2025. */
final class Undertaken {

    static final String PUBLISHED = "2025-08-18";

    private Undertaken() {}

    static List<Commitment> in(String text) {
        return Analyses.of(new Report(text, 0, null, null, PUBLISHED))
                .document()
                .get(CommitmentAnnotator.COMMITMENTS);
    }

    static Commitment onlyOf(String text) {
        List<Commitment> commitments = in(text);
        if (commitments.size() != 1) {
            throw new AssertionError("Not one commitment but " + commitments);
        }
        return commitments.getFirst();
    }
}
