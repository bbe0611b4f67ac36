package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words that give a quotation to someone.
 *
 * @param cue the reporting words; null when a colon alone introduces
 * @param source who; null when the sentence leaves it out
 * @param position where it stands
 */
record Attribution(@Nullable Span cue, @Nullable Phrase source, Position position) {

    /** Where the reporting words stand. */
    enum Position {
        /** Directly before the quotation. */
        BEFORE,
        /** Directly behind it. */
        BEHIND,
        /** Elsewhere in the sentence. */
        APART
    }
}
