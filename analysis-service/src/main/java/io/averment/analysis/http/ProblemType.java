package io.averment.analysis.http;

/** Every problem (RFC 9457) that this service answers with. */
enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request breaks a rule"),
    INVALID_JSON("invalid-json", 400, "The body is not the JSON that is asked for"),
    INVALID_TEXT("invalid-text", 400, "The text holds a character that no text may"),
    EMPTY_TEXT("empty-text", 400, "There is no text"),
    UNAUTHORIZED("unauthorized", 401, "A valid token is needed"),
    FORBIDDEN("forbidden", 403, "The token does not allow this"),
    TENANT_MISSING("tenant-missing", 403, "The token names no tenant"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not offered here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types is offered"),
    TEXT_TOO_LONG("text-too-long", 413, "The text is too long"),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
    ANALYSIS_TOO_LARGE("analysis-too-large", 413, "The analysis of the text is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not taken"),
    INTERNAL("internal", 500, "Something went wrong here"),
    UNAVAILABLE("unavailable", 503, "Not now; try again");

    private final String code;
    private final int status;
    private final String title;

    ProblemType(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The general type for a status that the framework chose. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
        };
    }
}
