package io.averment.analysis.statement;

import io.averment.analysis.quotation.Quotation;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/**
 * Where a quotation stands.
 *
 * @param number its index among the text's quotations
 * @param firstSentence the sentence that it begins in
 * @param lastSentence the sentence that it ends in
 * @param before the token of the first sentence that it begins at
 * @param beforeStart the first token of that sentence that no quotation before it holds
 * @param after the token of the last sentence behind it; the sentence's size when none is
 * @param behindEnd the token of that sentence at which the next quotation begins, or its size
 * @param firstParagraph the paragraph that it begins in
 * @param paragraph the paragraph that it ends in
 */
record QuotationPlace(
        int number,
        Quotation quotation,
        int firstSentence,
        int lastSentence,
        int before,
        int beforeStart,
        int after,
        int behindEnd,
        int firstParagraph,
        int paragraph) {

    /** The place of a quotation; null when it lies outside every sentence. */
    static @Nullable QuotationPlace of(ParsedText text, int number) {
        Quotation quotation = text.quotations.get(number);
        int first = text.sentenceAt(quotation.start());
        int last = text.sentenceAt(quotation.end() - 1);
        if (first < 0 || last < 0) {
            return null;
        }
        ParsedSentence a = text.sentences.get(first);
        ParsedSentence b = text.sentences.get(last);
        int before = a.tokenAt(quotation.start());
        int after = b.tokenAt(quotation.end());
        int beforeStart =
                number == 0 ? 0 : a.tokenAt(text.quotations.get(number - 1).end());
        int behindEnd = number + 1 == text.quotations.size()
                ? b.size()
                : b.tokenAt(text.quotations.get(number + 1).start());
        return new QuotationPlace(
                number,
                quotation,
                first,
                last,
                before,
                Math.min(beforeStart, before),
                after,
                Math.max(after, behindEnd),
                text.paragraphAt(quotation.start()),
                text.paragraphAt(quotation.end() - 1));
    }
}
