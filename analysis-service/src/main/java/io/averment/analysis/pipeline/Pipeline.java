package io.averment.analysis.pipeline;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Report;
import io.averment.analysis.language.LanguageAnnotator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Annotators in an order in which each finds what it requires. Immutable and thread-safe. */
public final class Pipeline {

    private final List<Annotator<?>> annotators;
    private final List<Analysis.Step> steps;
    private final String fingerprint;

    /**
     * @throws IllegalArgumentException if an annotator requires a layer that none before it produces, or two share a name or a
     *     layer
     */
    public Pipeline(List<Annotator<?>> annotators) {
        requireOrder(annotators);
        this.annotators = List.copyOf(annotators);
        this.steps = annotators.stream()
                .map(annotator -> new Analysis.Step(annotator.name(), annotator.version()))
                .toList();
        this.fingerprint = Fingerprint.of(annotators);
    }

    /** In the order in which they run. */
    public List<Annotator<?>> annotators() {
        return annotators;
    }

    /** Lower-case hex SHA-256 over annotators, versions and the bytes of their knowledge. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Runs every annotator once; those that read English only are left out once a layer says that the text is in another language.
     * Linear in the text.
     */
    public Outcome analyse(Report report) {
        Document document = Document.of(report);
        List<Degradation> degraded = new ArrayList<>();
        boolean foreign = false;
        for (Annotator<?> annotator : annotators) {
            if (foreign && annotator.isEnglishOnly()) {
                document = withoutItems(annotator, document);
                degraded.add(new Degradation(annotator.name(), Degradation.LANGUAGE_NOT_SUPPORTED));
                continue;
            }
            try {
                document = apply(annotator, document);
            } catch (RuntimeException e) {
                if (annotator.isEssential()) {
                    return new Outcome.Failed(annotator.name(), e);
                }
                document = withoutItems(annotator, document);
                degraded.add(new Degradation(annotator.name(), Degradation.ANNOTATOR_FAILED));
            }
            if (annotator.produces().equals(LanguageAnnotator.LANGUAGE)) {
                foreign = document.get(LanguageAnnotator.LANGUAGE).stream()
                        .anyMatch(language -> language.isForeign(report.language()));
            }
        }
        return new Outcome.Completed(new Analysis(document, steps, degraded));
    }

    private static <T> Document apply(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), annotator.annotate(document));
    }

    private static <T> Document withoutItems(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), List.of());
    }

    private static void requireOrder(List<Annotator<?>> annotators) {
        Set<Layer<?>> there = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Annotator<?> annotator : annotators) {
            if (!names.add(annotator.name())) {
                throw new IllegalArgumentException("Two annotators are called " + annotator.name());
            }
            for (Layer<?> layer : annotator.requires()) {
                if (!there.contains(layer)) {
                    throw new IllegalArgumentException("The annotator " + annotator.name() + " requires the layer "
                            + layer.name() + ", which no annotator before it produces");
                }
            }
            if (!there.add(annotator.produces())) {
                throw new IllegalArgumentException("Two annotators produce the layer "
                        + annotator.produces().name());
            }
        }
    }
}
