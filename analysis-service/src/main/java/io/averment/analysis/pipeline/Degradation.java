package io.averment.analysis.pipeline;

/**
 * The layer of an annotator is empty because it failed without being essential, or because it cannot read the text's language.
 *
 * @param annotator its name
 * @param reason a code, without text of the report
 */
public record Degradation(String annotator, String reason) {

    /** It failed without being essential. */
    public static final String ANNOTATOR_FAILED = "ANNOTATOR_FAILED";

    /** It reads English only, and the text is in another language. */
    public static final String LANGUAGE_NOT_SUPPORTED = "LANGUAGE_NOT_SUPPORTED";
}
