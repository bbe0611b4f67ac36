package io.averment.analysis.messaging;

import io.averment.analysis.messaging.DeadLetterException.Code;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Analyses articles one after the other in each partition, the partitions side by side. A message is acknowledged when its
 * analysis is with the broker; one that can never be processed ends in the dead-letter topic, and the next one follows. What fails while the
 * service stops says nothing about a message: it is left to the next instance.
 */
@ApplicationScoped
class ArticleConsumer {

    private static final Logger LOG = Logger.getLogger(ArticleConsumer.class);

    private final ArticleReader reader;
    private final Pipeline pipeline;
    private final AnalysisPublisher publisher;
    private final Stopping stopping;
    private final MeterRegistry meters;

    ArticleConsumer(
            ArticleReader reader,
            Pipeline pipeline,
            AnalysisPublisher publisher,
            Stopping stopping,
            MeterRegistry meters) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.publisher = publisher;
        this.stopping = stopping;
        this.meters = meters;
    }

    @Incoming("articles")
    @Blocking
    CompletionStage<Void> receive(Message<byte[]> message) {
        try {
            Article article = reader.read(headers(record(message).getHeaders()), message.getPayload());
            publisher.publish(analyse(article));
            return message.ack();
        } catch (DeadLetterException e) {
            return layAside(message, e);
        } catch (RuntimeException | StackOverflowError e) {
            // The latter follows from the text as well, and thrown on it would end the channel.
            if (!stopping.hasBegun()) {
                logUnforeseen(e);
            }
            return layAside(message, new DeadLetterException(Code.UNFORESEEN, "the analysis failed on this message"));
        }
    }

    /** The class and place, not the message: that may hold text of a report. */
    private static void logUnforeseen(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.errorf(
                "A message could not be handled: failure=%s at=%s",
                failure.getClass().getName(), trace.length == 0 ? "unknown" : trace[0]);
    }

    /** Refuses the message, unless the service stops. */
    private CompletionStage<Void> layAside(Message<byte[]> message, DeadLetterException dead) {
        if (stopping.hasBegun()) {
            // Parts may have stopped before this thread did. Neither acknowledged nor refused: the next instance begins
            // here.
            return new CompletableFuture<>();
        }
        meters.counter("averment.analysis.dead", "reason", dead.code().name()).increment();
        IncomingKafkaRecordMetadata<?, ?> record = record(message);
        LOG.warnf(
                "A message goes to the dead letters: topic=%s partition=%d offset=%d reason=%s",
                record.getTopic(), record.getPartition(), record.getOffset(), dead.getMessage());
        return message.nack(dead);
    }

    private static IncomingKafkaRecordMetadata<?, ?> record(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("the message is not from Kafka"));
    }

    private AnalysisCompletedEvent analyse(Article article) {
        Timer.Sample sample = Timer.start(meters);
        Outcome outcome = pipeline.analyse(article.report());
        String lane = article.lane().label();
        return switch (outcome) {
            case Outcome.Completed(var analysis) -> {
                String label = analysis.degraded().isEmpty() ? "complete" : "degraded";
                sample.stop(meters.timer("averment.analysis.analysed", "lane", lane, "outcome", label));
                yield new AnalysisCompletedEvent(article, pipeline.fingerprint(), analysis);
            }
            case Outcome.Failed(String annotator, RuntimeException cause) -> {
                sample.stop(meters.timer("averment.analysis.analysed", "lane", lane, "outcome", "failed"));
                if (!stopping.hasBegun()) {
                    LOG.errorf(
                            "An annotator failed: annotator=%s articleId=%s failure=%s",
                            annotator, article.id(), cause.getClass().getName());
                }
                throw new DeadLetterException(Code.ANNOTATOR_FAILED, "the annotator " + annotator + " failed");
            }
        };
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> values = new HashMap<>();
        for (Header header : headers) {
            if (header.value() != null) {
                values.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
