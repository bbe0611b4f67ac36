package io.averment.analysis.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.pipeline.Pipeline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class AnnotatorFailureTest {

    /** @param failure throws what {@link #annotate} shall throw */
    private record Failing(Consumer<Document> failure) implements Annotator<String> {

        /** At the words of the text. */
        Failing() {
            this(document -> {
                throw new IllegalStateException("at the words " + document.text());
            });
        }

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Layer<String> produces() {
            return new Layer<>("nothing", String.class);
        }

        @Override
        public Set<Layer<?>> requires() {
            return Set.of();
        }

        @Override
        public boolean isEssential() {
            return true;
        }

        @Override
        public List<KnowledgeFile> knowledge() {
            return List.of();
        }

        @Override
        public List<String> annotate(Document document) {
            failure.accept(document);
            return List.of();
        }
    }

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Stopping stopping = new Stopping();
    private final List<String> refusals = new ArrayList<>();

    /** Handles a message, and tells whether it was left to the next instance: neither acknowledged nor refused. */
    private boolean isLeft(Pipeline pipeline, AnalysisPublisher publisher) {
        byte[] body = ArticleReaderTest.BODY.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("averment.articles.live.v1", 0, 0, "key", body);
        ArticleReaderTest.HEADERS.forEach(
                (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Message<byte[]> message = Message.of(
                body,
                Metadata.of(new IncomingKafkaRecordMetadata<>(record, "articles")),
                () -> CompletableFuture.completedFuture(null),
                reason -> {
                    assertNull(reason.getCause());
                    refusals.add(reason.getMessage());
                    return CompletableFuture.completedFuture(null);
                });
        return !new ArticleConsumer(new ArticleReader(), pipeline, publisher, stopping, meters)
                .receive(message)
                .toCompletableFuture()
                .isDone();
    }

    private double dead(String reason) {
        return meters.counter("averment.analysis.dead", "reason", reason).count();
    }

    /** A clock that is broken stands for whatever nobody thought of. */
    @Test
    void layMessageAsideAfterUnforeseenFailure() {
        AnalysisPublisher publisher = new AnalysisPublisherTest().publisherThatFails("at the words We wait");

        assertFalse(isLeft(Analyses.PIPELINE, publisher));

        assertEquals(List.of("UNFORESEEN: the analysis failed on this message"), refusals);
        assertEquals(1.0, dead("UNFORESEEN"));
    }

    @Test
    void layMessageAsideWithoutItsWords() {
        AnalysisPublisher publisher = new AnalysisPublisherTest().publisher(0, 1_000_000);

        assertFalse(isLeft(new Pipeline(List.of(new Failing())), publisher));

        assertEquals(List.of("ANNOTATOR_FAILED: the annotator failing failed"), refusals);
        assertEquals(1.0, dead("ANNOTATOR_FAILED"));
        assertEquals(
                1,
                meters.timer("averment.analysis.analysed", "lane", "live", "outcome", "failed")
                        .count());
    }

    /** As deeply nested text may make it end; the messages behind this one are read on. */
    @Test
    void layMessageAsideAfterStackOverflow() {
        Failing overflowing = new Failing(document -> {
            throw new StackOverflowError();
        });

        assertFalse(isLeft(new Pipeline(List.of(overflowing)), new AnalysisPublisherTest().publisher(0, 1_000_000)));

        assertEquals(List.of("UNFORESEEN: the analysis failed on this message"), refusals);
        assertEquals(1.0, dead("UNFORESEEN"));
    }

    /** Without memory nothing can be promised of the messages that follow. */
    @Test
    void passOnErrorsOfTheMachine() {
        Failing exhausted = new Failing(document -> {
            throw new OutOfMemoryError("on purpose");
        });
        AnalysisPublisher publisher = new AnalysisPublisherTest().publisher(0, 1_000_000);

        assertThrows(OutOfMemoryError.class, () -> isLeft(new Pipeline(List.of(exhausted)), publisher));

        assertEquals(List.of(), refusals);
    }

    /** An operator has nothing to do about it. */
    @Test
    void tellOfNoErrorWhileTheServiceStops() {
        List<String> errors = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    errors.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        // Held on to, since loggers that nobody holds are collected with their handlers.
        Logger log = Logger.getLogger(ArticleConsumer.class.getName());
        log.addHandler(listener);
        try {
            isLeft(new Pipeline(List.of(new Failing())), new AnalysisPublisherTest().publisher(0, 1_000_000));
            isLeft(Analyses.PIPELINE, new AnalysisPublisherTest().publisherThatFails("the container"));
            assertEquals(2, errors.size());

            stopping.begin(new ShutdownEvent());
            isLeft(new Pipeline(List.of(new Failing())), new AnalysisPublisherTest().publisher(0, 1_000_000));
            isLeft(Analyses.PIPELINE, new AnalysisPublisherTest().publisherThatFails("the container"));
            assertEquals(2, errors.size());
        } finally {
            log.removeHandler(listener);
        }
    }

    @Test
    void leaveMessageToTheNextInstanceWhenPartsHaveStoppedBeforeIt() {
        stopping.begin(new ShutdownEvent());

        assertTrue(isLeft(new Pipeline(List.of(new Failing())), new AnalysisPublisherTest().publisher(0, 1_000_000)));
        assertTrue(isLeft(Analyses.PIPELINE, new AnalysisPublisherTest().publisherThatFails("the container")));

        assertEquals(List.of(), refusals);
        assertEquals(0.0, dead("ANNOTATOR_FAILED"));
        assertEquals(0.0, dead("UNFORESEEN"));
    }
}
