package io.averment.query.record;

import java.util.List;

/** The sentences of an article. Finding one costs the logarithm of their number. */
public final class Sentences {
    private final ArticleText text;
    private final List<Extent> sentences;

    /** @param sentences in the order of the text */
    public Sentences(ArticleText text, List<Extent> sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    /** The words of the sentence that the span begins in; of the span, where it stands in no sentence. */
    public String around(Span span) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < sentences.size() && sentences.get(low).start() <= span.start()) {
            Extent sentence = sentences.get(low);
            return text.cut(sentence.start(), sentence.end());
        }
        return span.text();
    }
}
