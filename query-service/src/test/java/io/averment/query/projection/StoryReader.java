package io.averment.query.projection;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.server.SampleMessage;

/** Reads messages as the service does, without the service. */
public final class StoryReader {
    private final AnalysisReader reader = new AnalysisReader();

    /** The article of a message. */
    public AnalysedArticle article(SampleMessage message) {
        return reader.read(new Envelope(message.key(), message.headers()), message.bytes())
                .article();
    }
}
