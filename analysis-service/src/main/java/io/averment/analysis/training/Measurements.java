package io.averment.analysis.training;

import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import io.averment.analysis.syntax.SyntaxModel;
import java.util.ArrayList;
import java.util.List;

/** The one place that says what {@code evaluate} measures, and in which order. */
final class Measurements {

    private Measurements() {}

    static List<Measurement> standard() {
        List<Measurement> all = new ArrayList<>();
        all.add(new TokenMeasurement());
        all.add(new SyntaxMeasurement(SyntaxModel.load()));
        all.add(new NameMeasurement());
        Pipeline pipeline = StandardPipeline.build();
        all.add(new CoreferenceMeasurement(pipeline));
        all.add(new LinkingMeasurement(pipeline, KnowledgeBase.load()));
        all.add(new StatementMeasurement(pipeline));
        all.add(new TimeMeasurement(pipeline));
        all.add(new CommitmentMeasurement(new CommitmentReading(pipeline)));
        return List.copyOf(all);
    }
}
