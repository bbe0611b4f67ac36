package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text whose statements are known.
 *
 * @param name of the text in its corpus
 * @param text as it is analysed
 * @param headlineEnd UTF-16 code units of the headline at the start of the text, 0 when none
 * @param publishedAt day of publication; null where the corpus does not say
 */
record GoldReport(
        String name, String text, int headlineEnd, @Nullable String publishedAt, List<GoldStatement> statements) {

    GoldReport {
        statements = List.copyOf(statements);
    }

    Report report() {
        return new Report(text, headlineEnd, null, "en", publishedAt);
    }
}
