package io.averment.analysis.pipeline;

import io.averment.analysis.document.Document;
import java.util.List;

/**
 * What the pipeline found in a report.
 *
 * @param document with the layers of all annotators
 * @param steps what ran, in order
 * @param degraded what failed without being essential
 */
public record Analysis(Document document, List<Step> steps, List<Degradation> degraded) {

    public Analysis {
        steps = List.copyOf(steps);
        degraded = List.copyOf(degraded);
    }

    /** An annotator and its version. */
    public record Step(String annotator, String version) {}
}
