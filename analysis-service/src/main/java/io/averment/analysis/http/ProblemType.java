package io.averment.analysis.http;

import java.util.Arrays;
import java.util.Optional;

/** Every problem (RFC 9457) that this service answers with. */
enum ProblemType {
    INVALID_REQUEST(
            "invalid-request",
            400,
            "The request breaks a rule",
            "A field is missing, unknown in value, too long, or not of the form that it must have.",
            "Read the detail, which names the field; /openapi describes them all."),
    INVALID_JSON(
            "invalid-json",
            400,
            "The body is not the JSON that is asked for",
            "The body is no JSON object with the fields that /openapi names.",
            "Send UTF-8 JSON as /openapi describes it."),
    INVALID_TEXT(
            "invalid-text",
            400,
            "The text holds a character that no text may",
            "The text holds NUL or half of a surrogate pair, or it is not UTF-8.",
            "Mend the encoding where the text was made."),
    EMPTY_TEXT(
            "empty-text",
            400,
            "There is no text",
            "Neither headline nor body has a visible character.",
            "Send a headline, a body, or both."),
    UNAUTHORIZED(
            "unauthorized",
            401,
            "A valid token is needed",
            "No token was sent, or it is forged, expired or meant for another service.",
            "Get a token for the audience averment-api and send it as Authorization: Bearer."),
    FORBIDDEN(
            "forbidden",
            403,
            "The token does not allow this",
            "The token is good, but it lacks the role that this operation asks for.",
            "Have the role given to you by whoever keeps the realm, and get a new token."),
    TENANT_MISSING(
            "tenant-missing",
            403,
            "The token names no tenant",
            "A token must name the tenant that it is for, and this one does not.",
            "Have the claim tenant added to your tokens by whoever keeps the realm."),
    NOT_FOUND(
            "not-found",
            404,
            "There is nothing here",
            "There is no such path.",
            "/openapi names the paths that there are."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "This method is not offered here",
            "The path exists, but not with this method.",
            "Use one of the methods that the header Allow or /openapi names."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "None of the accepted media types is offered",
            "The header Accept names no media type in which this can be answered.",
            "Accept application/json, or leave the header out."),
    TEXT_TOO_LONG(
            "text-too-long",
            413,
            "The text is too long",
            "Headline and body together have more code points than are analysed.",
            "Send less at a time; the detail says how much."),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "The body is too large",
            "The body has more bytes than are read.",
            "Send less at a time; the detail says how much."),
    ANALYSIS_TOO_LARGE(
            "analysis-too-large",
            413,
            "The analysis of the text is too large",
            "The text is within its limit, but what was found in it is more than an answer may hold.",
            "Send the text in parts."),
    ADDRESS_TOO_LONG(
            "address-too-long",
            414,
            "The address is too long",
            "The request's line, with the path and all query parameters, has more bytes than are read.",
            "Ask with fewer or shorter parameters; the detail says how long the line may be."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "This media type is not taken",
            "Content-Type is missing, names another form than is read here, or another charset than UTF-8.",
            "Send application/json or text/plain in UTF-8."),
    INTERNAL(
            "internal",
            500,
            "Something went wrong here",
            "The request was in order; the service failed. Whoever operates it finds the cause in its log.",
            "Try again later; if it lasts, tell the operator the time."),
    UNAVAILABLE(
            "unavailable",
            503,
            "Not now; try again",
            "As many texts as may be are being analysed, or tokens cannot be verified at the moment.",
            "Send it again after as many seconds as the header Retry-After says.");

    private final String code;
    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(String code, int status, String title, String meaning, String remedy) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
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

    /** What has happened, for people. */
    String meaning() {
        return meaning;
    }

    /** What the client can do about it, for people. */
    String remedy() {
        return remedy;
    }

    /** The page of this type, as a reference that the address of the request resolves. */
    String uri() {
        return "/problems/" + code;
    }

    /** The type of this code. */
    static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
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
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
        };
    }
}
