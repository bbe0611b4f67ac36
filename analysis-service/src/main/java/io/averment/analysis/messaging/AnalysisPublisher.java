package io.averment.analysis.messaging;

import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.messaging.DeadLetterException.Code;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Publishes analyses as CloudEvents in binary mode. */
@ApplicationScoped
class AnalysisPublisher {

    private static final Logger LOG = Logger.getLogger(AnalysisPublisher.class);

    private final MutinyEmitter<byte[]> emitter;
    private final AnalysisWriter writer;
    private final MessagingConfiguration configuration;
    private final Clock clock;

    AnalysisPublisher(
            @Channel("analyses") MutinyEmitter<byte[]> emitter,
            AnalysisWriter writer,
            MessagingConfiguration configuration,
            Clock clock) {
        this.emitter = emitter;
        this.writer = writer;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Publishes, and returns when the broker has it. While the broker cannot be reached this tries again, for as long as it takes:
     * the articles behind this one wait, so that their order is kept.
     *
     * @throws DeadLetterException if the analysis is larger than a message may be
     */
    void publish(AnalysisCompletedEvent event) {
        byte[] body = event.body(writer);
        if (body.length > configuration.largestMessage()) {
            throw new DeadLetterException(Code.RULE_BROKEN, "the analysis is larger than a message may be");
        }
        Metadata metadata = Metadata.of(address(event), TracingMetadata.withCurrent(Context.current()));
        Uni.createFrom()
                .deferred(() -> emitter.sendMessage(Message.of(body, metadata)))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Publishing an analysis failed, trying again: articleId=%s failure=%s",
                        event.article().id(), failure.getClass().getSimpleName()))
                .onFailure()
                .retry()
                .withBackOff(configuration.firstPause(), configuration.longestPause())
                .indefinitely()
                .await()
                .indefinitely();
    }

    private OutgoingKafkaRecordMetadata<String> address(AnalysisCompletedEvent event) {
        String articleId = event.article().id().toString();
        Headers headers = new RecordHeaders();
        add(headers, "content-type", "application/json");
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", event.id());
        add(headers, "ce_source", AnalysisCompletedEvent.SOURCE);
        add(headers, "ce_type", AnalysisCompletedEvent.TYPE);
        add(headers, "ce_subject", articleId);
        add(headers, "ce_time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        add(headers, "ce_tenant", event.article().tenant());
        add(headers, "ce_lane", event.article().lane().label());
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(event.article().lane().analysesTopic())
                .withKey(articleId)
                .withHeaders(headers)
                .build();
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
