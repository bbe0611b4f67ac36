package io.averment.analysis.acquisition;

/** A published file is not in the format that it should be in; the message names the line. */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    ImportException(int line, String why) {
        super("line " + line + ": " + why);
    }
}
