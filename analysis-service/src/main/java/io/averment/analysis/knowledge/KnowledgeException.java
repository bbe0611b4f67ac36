package io.averment.analysis.knowledge;

/** A data file is missing or holds a line that its format does not allow. A bug of the build, never of the input. */
public final class KnowledgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KnowledgeException(String message) {
        super(message);
    }
}
