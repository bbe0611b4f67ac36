package io.averment.analysis.statement;

import io.averment.analysis.quotation.Quotation;

/**
 * A quotation in its sentence and paragraph.
 *
 * @param around the tokens around it
 * @param firstSentence index of the sentence in which it begins
 * @param lastSentence index of the one in which it ends
 * @param paragraph index of the paragraph in which it ends
 * @param nextSentenceEnd the token that ends the next sentence, or the next quotation's first, whichever comes first
 */
record Place(
        Quotation quotation,
        Surroundings around,
        int firstSentence,
        int lastSentence,
        int paragraph,
        int nextSentenceEnd) {}
