package io.averment.query.projection;

import io.averment.query.record.Effect;
import io.averment.query.storage.DatabaseFault;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
    private final RetryPause pause;
    private final ProjectionMetrics metrics;

    AnalysisConsumer(AnalysisReader reader, AnalysisRecord projection, RetryPause pause, ProjectionMetrics metrics) {
        this.reader = reader;
        this.projection = projection;
        this.pause = pause;
        this.metrics = metrics;
    }

    @Incoming("analyses")
    @Blocking
    CompletionStage<Void> consume(Message<byte[]> message) {
        try {
            AnalysisCompleted analysis = reader.read(envelopeOf(message), message.getPayload());
            Optional<Effect> effect = applyThroughOutages(analysis, message.getPayload());
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
            // Whatever escaped from here would end the channel for good.
            LOG.errorf(unforeseen, "An analysis could not be handled.");
            metrics.dead(DeadMessageException.Code.RULE_BROKEN);
            return message.nack(DeadMessageException.ruleBroken("the projection failed on this message"));
        }
    }

    private static Envelope envelopeOf(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> new Envelope((String) metadata.getKey(), metadata.getHeaders()))
                .orElseGet(() -> new Envelope(null, new RecordHeaders()));
    }

    /** Empty when the service stops before the database is back. */
    private Optional<Effect> applyThroughOutages(AnalysisCompleted analysis, byte[] payload) {
        DatabaseFault before = DatabaseFault.NONE;
        for (int failures = 1; ; failures++) {
            try {
                return Optional.of(projection.apply(analysis, payload));
            } catch (DeadMessageException dead) {
                throw dead;
            } catch (RuntimeException failure) {
                DatabaseFault fault = DatabaseFault.of(failure);
                switch (fault) {
                    case OUTAGE, FORBIDDEN -> {
                        if (fault != before) {
                            reportWaiting(fault, analysis, failure);
                        }
                        if (!pause.await(failures)) {
                            return Optional.empty();
                        }
                    }
                    case REFUSED -> throw refused(analysis, failure, "the database refuses a value of the message");
                    case NONE -> throw refused(analysis, failure, "the projection failed on this message");
                }
                before = fault;
            }
        }
    }

    /** Once for each kind of fault; no message is lost by either. */
    private static void reportWaiting(DatabaseFault fault, AnalysisCompleted analysis, RuntimeException failure) {
        if (fault == DatabaseFault.FORBIDDEN) {
            LOG.errorf(
                    failure,
                    "%s The projection waits. articleId=%s",
                    DatabaseFault.WHAT_TO_CHECK,
                    analysis.article().id());
        } else {
            LOG.warnf(
                    failure,
                    "The database is away; the projection waits. articleId=%s",
                    analysis.article().id());
        }
    }

    private static DeadMessageException refused(AnalysisCompleted analysis, RuntimeException failure, String line) {
        LOG.errorf(
                "The projection failed. articleId=%s, failure=%s",
                analysis.article().id(), failure.getClass().getName());
        return DeadMessageException.ruleBroken(line);
    }
}
