package io.averment.query.record;

import java.util.List;

/** What an analysis says of the article as a whole. */
public record ArticleAnalysis(List<Annotator> pipeline, List<Degradation> degraded, List<Extent> sentences) {

    public ArticleAnalysis {
        pipeline = List.copyOf(pipeline);
        degraded = List.copyOf(degraded);
        sentences = List.copyOf(sentences);
    }
}
