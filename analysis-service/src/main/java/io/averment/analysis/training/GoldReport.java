package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import java.util.List;

/**
 * A text whose statements are known.
 *
 * @param name of the text in its corpus
 * @param text as it is analysed
 * @param headlineEnd UTF-16 code units of the headline at the start of the text, 0 when none
 */
record GoldReport(String name, String text, int headlineEnd, List<GoldStatement> statements) {

    GoldReport {
        statements = List.copyOf(statements);
    }

    Report report() {
        return new Report(text, headlineEnd, null, "en", null);
    }
}
