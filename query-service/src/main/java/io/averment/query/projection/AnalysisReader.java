package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.ruleBroken;
import static io.averment.query.projection.DeadMessageException.unreadable;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Lane;
import io.averment.query.record.RuleBrokenException;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Reads analysis-completed messages, tolerantly where the contract may grow (unknown fields and values) and strictly where
 * the record would be wrong. Thread-safe; costs time and memory linear in the size of the message.
 */
@ApplicationScoped
class AnalysisReader {
    static final String TYPE = "io.averment.analysis.completed.v1";

    /**
     * Binds and checks a message.
     *
     * @throws DeadMessageException when it can never be applied
     */
    AnalysisCompleted read(Envelope envelope, byte @Nullable [] body) {
        envelope.requireType(TYPE);
        Tenant tenant = envelope.tenant();
        String ceId = envelope.id();
        Lane lane = envelope.header("ce_lane")
                .flatMap(Lane::ofLabel)
                .orElseThrow(() -> unreadable("the header ce_lane is missing or not a lane"));
        AnalysedArticle article = article(body);
        envelope.requireKey(article.id());
        return new AnalysisCompleted(tenant, ceId, lane, article);
    }

    /**
     * The article of a message's body alone, as the log keeps it.
     *
     * @throws DeadMessageException when it is none
     */
    AnalysedArticle article(byte @Nullable [] body) {
        try {
            return new MessageBinding(MessageBody.bind(body, AnalysisCompletedMessage.class)).article();
        } catch (RuleBrokenException broken) {
            throw ruleBroken(broken.rule());
        }
    }
}
