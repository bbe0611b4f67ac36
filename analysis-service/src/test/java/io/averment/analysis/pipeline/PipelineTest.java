package io.averment.analysis.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Report;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final Layer<String> FIRST = new Layer<>("first", String.class);
    private static final Layer<String> SECOND = new Layer<>("second", String.class);
    private static final Report REPORT = new Report("Some text.", 0, null, null, null);

    /** Gives its own name as its only item, or fails. */
    private record Stub(
            String name,
            String version,
            Layer<String> produces,
            Set<Layer<?>> requires,
            boolean isEssential,
            List<KnowledgeFile> knowledge,
            boolean fails)
            implements Annotator<String> {

        static Stub of(Layer<String> layer, Layer<?>... requires) {
            return new Stub(layer.name(), "1", layer, Set.of(requires), true, List.of(), false);
        }

        Stub failing(boolean essential) {
            return new Stub(name, version, produces, requires, essential, knowledge, true);
        }

        Stub ofVersion(String other) {
            return new Stub(name, other, produces, requires, isEssential, knowledge, fails);
        }

        Stub knowing(String content) {
            List<KnowledgeFile> files = List.of(KnowledgeFile.of("words.txt", content));
            return new Stub(name, version, produces, requires, isEssential, files, fails);
        }

        @Override
        public List<String> annotate(Document document) {
            if (fails) {
                throw new IllegalStateException("not today");
            }
            return List.of(name);
        }
    }

    @Test
    void giveEachAnnotatorWhatItRequires() {
        Pipeline pipeline = new Pipeline(List.of(Stub.of(FIRST), Stub.of(SECOND, FIRST)));
        Analysis analysis = assertInstanceOf(Outcome.Completed.class, pipeline.analyse(REPORT))
                .analysis();
        assertEquals(List.of("second"), analysis.document().get(SECOND));
        assertEquals(List.of(new Analysis.Step("first", "1"), new Analysis.Step("second", "1")), analysis.steps());
        assertEquals(List.of(), analysis.degraded());
    }

    @Test
    void refuseUnmetRequirement() {
        assertEquals(
                "The annotator second requires the layer first, which no annotator before it produces",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Pipeline(List.of(Stub.of(SECOND, FIRST), Stub.of(FIRST))))
                        .getMessage());
    }

    @Test
    void refuseTwoAnnotatorsOfOneName() {
        assertEquals(
                "Two annotators are called first",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Pipeline(List.of(Stub.of(FIRST), Stub.of(FIRST))))
                        .getMessage());
    }

    @Test
    void recordFailureOfAnnotatorThatIsNotEssential() {
        Pipeline pipeline = new Pipeline(List.of(Stub.of(FIRST).failing(false), Stub.of(SECOND, FIRST)));
        Analysis analysis = assertInstanceOf(Outcome.Completed.class, pipeline.analyse(REPORT))
                .analysis();
        assertEquals(List.of(new Degradation("first", "ANNOTATOR_FAILED")), analysis.degraded());
        assertEquals(List.of(), analysis.document().get(FIRST));
        assertEquals(List.of("second"), analysis.document().get(SECOND));
    }

    @Test
    void failWithEssentialAnnotator() {
        Pipeline pipeline = new Pipeline(List.of(Stub.of(FIRST).failing(true), Stub.of(SECOND, FIRST)));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, pipeline.analyse(REPORT));
        assertEquals("first", failed.annotator());
    }

    @Test
    void changeFingerprintWithVersionAndKnowledge() {
        String plain = new Pipeline(List.of(Stub.of(FIRST))).fingerprint();
        assertEquals(64, plain.length());
        assertEquals(plain, new Pipeline(List.of(Stub.of(FIRST))).fingerprint());
        assertNotEquals(plain, new Pipeline(List.of(Stub.of(FIRST).ofVersion("2"))).fingerprint());
        assertNotEquals(
                new Pipeline(List.of(Stub.of(FIRST).knowing("a"))).fingerprint(),
                new Pipeline(List.of(Stub.of(FIRST).knowing("b"))).fingerprint());
    }

    @Test
    void separatePartsOfFingerprint() {
        assertNotEquals(Fingerprint.of("ab", "c"), Fingerprint.of("a", "bc"));
    }

    @Test
    void buildStandardPipelineTheSameEveryTime() {
        assertEquals(
                StandardPipeline.build().fingerprint(), StandardPipeline.build().fingerprint());
    }

    @Test
    void failOnLayerThatNobodyAdded() {
        assertEquals(
                "No annotator has added the layer first",
                assertThrows(
                                IllegalStateException.class,
                                () -> Document.of(REPORT).get(FIRST))
                        .getMessage());
    }
}
