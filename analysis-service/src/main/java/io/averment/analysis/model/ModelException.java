package io.averment.analysis.model;

/** A model file is missing, damaged or not what its reader expects. A bug of the build, never of the input. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }
}
