package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import java.util.List;

/**
 * A text whose time expressions are known.
 *
 * @param name of the text in its corpus
 * @param report as it is analysed, with the day of publication where the corpus gives it
 * @param times by position
 */
record GoldTimes(String name, Report report, List<GoldTime> times) {

    GoldTimes {
        times = List.copyOf(times);
    }
}
