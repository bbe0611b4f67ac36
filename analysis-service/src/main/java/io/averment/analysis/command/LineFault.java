package io.averment.analysis.command;

/** Why a line of a stream of documents has no analysis. Nothing of the document stands in it. */
final class LineFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong; those that the HTTP interface knows too have its codes. */
    enum Code {
        LINE_TOO_LONG("line-too-long"),
        INVALID_JSON("invalid-json"),
        INVALID_REQUEST("invalid-request"),
        INVALID_TEXT("invalid-text"),
        EMPTY_TEXT("empty-text"),
        TEXT_TOO_LONG("text-too-long"),
        MARKUP("markup"),
        ANALYSIS_FAILED("analysis-failed");

        private final String label;

        Code(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final Code code;
    private final String detail;

    LineFault(Code code, String detail) {
        super(detail);
        this.code = code;
        this.detail = detail;
    }

    Code code() {
        return code;
    }

    /** One sentence for who sent the line. */
    String detail() {
        return detail;
    }
}
