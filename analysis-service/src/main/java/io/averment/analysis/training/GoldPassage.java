package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import java.time.LocalDate;
import java.util.List;

/**
 * A text whose commitments are known.
 *
 * @param name of the text in its corpus
 * @param published the day on which it was
 * @param text as it is analysed
 * @param headlineEnd UTF-16 code units of the headline at the start of the text, 0 when none
 */
record GoldPassage(String name, LocalDate published, String text, int headlineEnd, List<GoldCommitment> commitments) {

    GoldPassage {
        commitments = List.copyOf(commitments);
    }

    Report report() {
        return new Report(text, headlineEnd, null, "en", published.toString());
    }
}
