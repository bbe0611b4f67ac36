package io.averment.analysis.commitment;

import io.averment.analysis.statement.ParsedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What "the deadline", "that" and "to do so" point to. */
final class Told {

    /** How many sentences back it may stand. */
    private static final int FURTHEST = 2;

    private Told() {}

    /**
     * The undertaking told last before a word, in its sentence or shortly before in its paragraph; null when there is none.
     *
     * @param drafts undertakings of the word's sentence
     * @param told those of the sentences before, the last at the end
     */
    static @Nullable Draft last(ParsedText text, int number, int token, List<Draft> drafts, List<Draft> told) {
        for (Draft draft : drafts.reversed()) {
            if (draft.act < token) {
                return draft;
            }
        }
        Draft last = told.isEmpty() ? null : told.getLast();
        boolean near = last != null
                && number - last.sentence <= FURTHEST
                && text.paragraphAt(text.sentences.get(number).start(0))
                        == text.paragraphAt(text.sentences.get(last.sentence).start(0));
        return near ? last : null;
    }
}
