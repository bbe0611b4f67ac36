package io.averment.query.projection;

import io.averment.query.record.Effect;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes analyses from Kafka, one after the other within a partition, several partitions at once. A message is acknowledged
 * after its transaction has committed. What can never be applied becomes a dead letter; while the database is away or refuses the
 * service's role the same message is tried again, so that nothing overtakes it.
 */
@ApplicationScoped
class AnalysisConsumer {
    private static final Logger LOG = Logger.getLogger(AnalysisConsumer.class);

    private final AnalysisReader reader;
    private final AnalysisRecord projection;
    private final Applying applying;
    private final ProjectionMetrics metrics;

    AnalysisConsumer(AnalysisReader reader, AnalysisRecord projection, RetryPause pause, ProjectionMetrics metrics) {
        this.reader = reader;
        this.projection = projection;
        this.applying = new Applying(pause);
        this.metrics = metrics;
    }

    @Incoming("analyses")
    @Blocking
    CompletionStage<Void> consume(Message<byte[]> message) {
        try {
            AnalysisCompleted analysis = reader.read(Envelope.of(message), message.getPayload());
            Optional<Effect> effect = applying.throughOutages(
                    analysis.article().id(), () -> projection.apply(analysis, message.getPayload()));
            if (effect.isEmpty()) {
                // Neither acknowledged nor refused: the offset stays, and the next instance begins here.
                return new CompletableFuture<>();
            }
            metrics.projected(analysis.lane(), effect.get());
            return message.ack();
        } catch (DeadMessageException dead) {
            metrics.dead(dead.code());
            LOG.warnf("An analysis went to the dead letters: %s", dead.getMessage());
            return message.nack(dead);
        } catch (RuntimeException unforeseen) {
            if (applying.isStopping()) {
                return new CompletableFuture<>();
            }
            // Whatever escaped from here would end the channel for good.
            LOG.errorf(unforeseen, "An analysis could not be handled.");
            metrics.dead(DeadMessageException.Code.RULE_BROKEN);
            return message.nack(DeadMessageException.ruleBroken("the projection failed on this message"));
        }
    }
}
