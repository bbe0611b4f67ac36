package io.averment.query.record;

import java.util.List;

/**
 * What an analysis says of the article as a whole, and what only makes sense in it.
 *
 * @param mentions in the order of the text
 */
public record ArticleAnalysis(
        List<Annotator> pipeline, List<Degradation> degraded, List<Extent> sentences, List<Mention> mentions) {

    public ArticleAnalysis {
        pipeline = List.copyOf(pipeline);
        degraded = List.copyOf(degraded);
        sentences = List.copyOf(sentences);
        mentions = List.copyOf(mentions);
    }
}
