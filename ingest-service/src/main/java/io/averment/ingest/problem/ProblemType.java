package io.averment.ingest.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of error that a client of this service can meet. A code, once published, keeps its meaning. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    INVALID_JSON(400, "The JSON cannot be read"),
    INVALID_TEXT(400, "The text holds characters that cannot be kept"),
    EMPTY_TEXT(400, "The report has no text"),
    UNAUTHORIZED(401, "A valid access token is needed"),
    FORBIDDEN(403, "The access token does not allow this"),
    TENANT_MISSING(403, "The access token names no tenant"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not supported here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
    TEXT_TOO_LONG(413, "The text is too long"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported here"),
    TOO_MANY_REQUESTS(429, "Too many of these requests are under way"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "This cannot be done at the moment");

    private static final String BASE = "https://averment.io/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return BASE + code();
    }

    /** The general problem of an HTTP status; the catalogue's nearest for one that it does not have. */
    public static ProblemType ofStatus(int status) {
        return general(status).orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }

    private static Optional<ProblemType> general(int status) {
        return switch (status) {
            case 400 -> Optional.of(INVALID_REQUEST);
            case 403 -> Optional.of(FORBIDDEN);
            case 413 -> Optional.of(BODY_TOO_LARGE);
            default ->
                Arrays.stream(values()).filter(type -> type.status == status).findFirst();
        };
    }
}
