package io.averment.analysis.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.pipeline.Pipeline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AnnotatorFailureTest {

    private static final class Failing implements Annotator<String> {
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
            throw new IllegalStateException("at the words " + document.text());
        }
    }

    private static ConsumerRecord<String, byte[]> message() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                "averment.articles.live.v1", 0, 0, "key", ArticleReaderTest.BODY.getBytes(StandardCharsets.UTF_8));
        ArticleReaderTest.HEADERS.forEach(
                (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** A clock that is broken stands for whatever nobody thought of. */
    @Test
    void layMessageAsideAfterUnforeseenFailure() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AnalysisPublisher publisher = new AnalysisPublisherTest().publisherThatFails("at the words We wait");
        ArticleConsumer consumer = new ArticleConsumer(new ArticleReader(), Analyses.PIPELINE, publisher, meters);
        DeadLetterException dead = assertThrows(DeadLetterException.class, () -> consumer.receive(message()));
        assertEquals("UNFORESEEN: the analysis failed on this message", dead.getMessage());
        assertNull(dead.getCause());
        assertEquals(
                1.0,
                meters.counter("averment.analysis.dead", "reason", "UNFORESEEN").count());
    }

    @Test
    void layMessageAsideWithoutItsWords() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AnalysisPublisher publisher = new AnalysisPublisherTest().publisher(0, 1_000_000);
        ArticleConsumer consumer =
                new ArticleConsumer(new ArticleReader(), new Pipeline(List.of(new Failing())), publisher, meters);
        ConsumerRecord<String, byte[]> record = message();
        DeadLetterException dead = assertThrows(DeadLetterException.class, () -> consumer.receive(record));
        assertEquals("ANNOTATOR_FAILED: the annotator failing failed", dead.getMessage());
        assertNull(dead.getCause());
        assertEquals(
                1.0,
                meters.counter("averment.analysis.dead", "reason", "ANNOTATOR_FAILED")
                        .count());
        assertEquals(
                1,
                meters.timer("averment.analysis.analysed", "lane", "live", "outcome", "failed")
                        .count());
    }
}
