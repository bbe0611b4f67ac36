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
 * Takes withdrawals from Kafka, as {@link AnalysisConsumer} takes analyses. Every process reads them, whatever its lanes, and
 * they share the partitions.
 */
@ApplicationScoped
class WithdrawalConsumer {
    private static final Logger LOG = Logger.getLogger(WithdrawalConsumer.class);

    private final WithdrawalReader reader;
    private final WithdrawalRecord projection;
    private final Applying applying;
    private final ProjectionMetrics metrics;

    WithdrawalConsumer(
            WithdrawalReader reader, WithdrawalRecord projection, RetryPause pause, ProjectionMetrics metrics) {
        this.reader = reader;
        this.projection = projection;
        this.applying = new Applying(pause);
        this.metrics = metrics;
    }

    @Incoming("withdrawals")
    @Blocking
    CompletionStage<Void> consume(Message<byte[]> message) {
        try {
            ArticleWithdrawal withdrawal = reader.read(Envelope.of(message), message.getPayload());
            Optional<Effect> effect = applying.throughOutages(
                    withdrawal.withdrawn().article(), () -> projection.withdraw(withdrawal, message.getPayload()));
            if (effect.isEmpty()) {
                return new CompletableFuture<>();
            }
            metrics.withdrawn(effect.get());
            return message.ack();
        } catch (DeadMessageException dead) {
            metrics.dead(dead.code());
            LOG.warnf("A withdrawal went to the dead letters: %s", dead.getMessage());
            return message.nack(dead);
        } catch (RuntimeException unforeseen) {
            if (applying.isStopping()) {
                return new CompletableFuture<>();
            }
            LOG.errorf(unforeseen, "A withdrawal could not be handled.");
            metrics.dead(DeadMessageException.Code.RULE_BROKEN);
            return message.nack(DeadMessageException.ruleBroken("the projection failed on this message"));
        }
    }
}
