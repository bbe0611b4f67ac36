package io.averment.ingest.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of error that a client of this service can meet. A code, once published, keeps its meaning. */
public enum ProblemType {
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "A field of the report is missing, too long, or not of the form that it must have.",
            "Read the detail, which names the field; /openapi describes them all."),
    INVALID_JSON(
            400,
            "The JSON cannot be read",
            "The body, or a line of a batch, is no JSON object with the fields of a report.",
            "Send UTF-8 JSON as /openapi describes it."),
    INVALID_TEXT(
            400,
            "The text holds characters that cannot be kept",
            "A value holds NUL or half of a surrogate pair, or a text is not UTF-8.",
            "Mend the encoding where the text was made."),
    EMPTY_TEXT(
            400,
            "The report has no text",
            "After cleaning, neither headline nor body has a visible character.",
            "Send a headline, a body, or both."),
    UNAUTHORIZED(
            401,
            "A valid access token is needed",
            "No token was sent, or it is forged, expired or meant for another service.",
            "Get a token for the audience averment-api and send it as Authorization: Bearer."),
    FORBIDDEN(
            403,
            "The access token does not allow this",
            "The token is good, but it lacks the role that this operation asks for.",
            "Have the role given to you by whoever keeps the realm, and get a new token."),
    TENANT_MISSING(
            403,
            "The access token names no tenant",
            "Everything here belongs to a tenant, and the token has no claim that names one.",
            "Have the claim tenant added to your tokens by whoever keeps the realm."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "There is no such path, or your tenant has nothing of this id.",
            "Use the id that the receipt of the report gave."),
    METHOD_NOT_ALLOWED(
            405,
            "This method is not supported here",
            "The path exists, but not with this method.",
            "Use one of the methods that the header Allow or /openapi names."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted media types can be given",
            "The header Accept names no media type in which this can be answered.",
            "Accept the type that the detail or /openapi names, or leave the header out."),
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "The same request is under way",
            "A request with this Idempotency-Key has begun and not ended yet.",
            "Send it again, with the same key, after as many seconds as the header Retry-After says."),
    WITHDRAWN(
            410,
            "The article was withdrawn",
            "An operator withdrew the article; its text is erased, and nothing new is taken for it.",
            "Ask whoever operates the service why; the detail repeats the reason that was given."),
    TEXT_TOO_LONG(
            413,
            "The text is too long",
            "Headline and body together have more than 262,144 code points.",
            "Send the report in parts, each with an id of its own."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "The body, or a line of a batch, has more bytes than are read.",
            "Send less at a time; the detail says how much may be sent."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "The request's line, with the path and all query parameters, has more bytes than are read.",
            "Ask with fewer or shorter parameters; the detail says how long the line may be."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "This media type is not supported here",
            "Content-Type is missing, names another form than is read here, or another charset than UTF-8.",
            "Send the body in a form that /openapi names for the operation, in UTF-8."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key belongs to another request",
            "This Idempotency-Key was used for a request with another body or other parameters.",
            "Give each request a key of its own, such as a random UUID, and repeat it unchanged."),
    TOO_MANY_REQUESTS(
            429,
            "Too many of these requests are under way",
            "As many batches as may be are being read at the moment.",
            "Send it after as many seconds as the header Retry-After says."),
    RATE_LIMITED(
            429,
            "Too many requests in too short a time",
            "As many requests as this user of this application may make in a window of time were made.",
            "Wait for as many seconds as the header Retry-After says. A batch is one request, however many reports it has."),
    INTERNAL(
            500,
            "Something went wrong on our side",
            "The request was in order; the service failed. Whoever operates it finds the cause in its log.",
            "Send it again later, which is always safe; if it lasts, tell the operator the path and the time."),
    UNAVAILABLE(
            503,
            "This cannot be done at the moment",
            "The database or the authorization server cannot be reached. What was answered 200 or 201 is kept.",
            "Send it again after as many seconds as the header Retry-After says.");

    private static final String BASE = "/problems/";

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What has happened, for people. */
    String meaning() {
        return meaning;
    }

    /** What the client can do about it, for people. */
    String remedy() {
        return remedy;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page of this type, as a reference that the address of the request resolves. */
    public String uri() {
        return BASE + code();
    }

    /** The type of this code. */
    static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** The general problem of an HTTP status; the catalogue's nearest for one that it does not have. */
    public static ProblemType ofStatus(int status) {
        return general(status).orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }

    private static Optional<ProblemType> general(int status) {
        return switch (status) {
            case 400 -> Optional.of(INVALID_REQUEST);
            case 403 -> Optional.of(FORBIDDEN);
            // What has these statuses is told by those who know, and means nothing general.
            case 409, 422 -> Optional.empty();
            case 413 -> Optional.of(BODY_TOO_LARGE);
            default ->
                Arrays.stream(values()).filter(type -> type.status == status).findFirst();
        };
    }
}
