package io.averment.analysis.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report and the layers that annotators have added so far. Immutable, hence safe to share between threads. */
public final class Document {

    private final Report report;
    private final Map<Layer<?>, List<?>> layers;

    private Document(Report report, Map<Layer<?>, List<?>> layers) {
        this.report = report;
        this.layers = layers;
    }

    /** A document with no layer yet. */
    public static Document of(Report report) {
        return new Document(report, Map.of());
    }

    public Report report() {
        return report;
    }

    public String text() {
        return report.text();
    }

    /**
     * The items of a layer, in the order in which its annotator gave them.
     *
     * @throws IllegalStateException if no annotator has added the layer
     */
    // Only with() fills the map, and it pairs a Layer<T> with a list of nothing but T.
    @SuppressWarnings("unchecked")
    public <T> List<T> get(Layer<T> layer) {
        List<?> items = layers.get(layer);
        if (items == null) {
            throw new IllegalStateException("No annotator has added the layer " + layer.name());
        }
        return (List<T>) items;
    }

    /** This document with one layer more (or replaced). */
    public <T> Document with(Layer<T> layer, List<T> items) {
        Map<Layer<?>, List<?>> extended = new HashMap<>(layers);
        List<T> checked = items.stream().map(layer.type()::cast).toList();
        extended.put(layer, checked);
        return new Document(report, extended);
    }
}
