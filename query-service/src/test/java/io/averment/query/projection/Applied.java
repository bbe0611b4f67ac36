package io.averment.query.projection;

import io.averment.query.record.Effect;
import io.averment.query.server.SampleMessage;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies messages at once, as the consumer does when they arrive. */
@ApplicationScoped
public class Applied {
    private final AnalysisReader reader;
    private final Projection projection;

    Applied(AnalysisReader reader, Projection projection) {
        this.reader = reader;
        this.projection = projection;
    }

    public Effect apply(SampleMessage message) {
        return projection.apply(
                reader.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
    }
}
