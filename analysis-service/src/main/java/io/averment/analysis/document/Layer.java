package io.averment.analysis.document;

/**
 * The name of one kind of annotation of a document. Two layers are the same when name and type are.
 *
 * @param <T> what the layer is a list of
 * @param name unique in a pipeline
 * @param type of its items
 */
public record Layer<T>(String name, Class<T> type) {

    public Layer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A layer needs a name");
        }
    }
}
