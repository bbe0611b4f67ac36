package io.averment.query.problem;

import jakarta.ws.rs.core.Response.Status.Family;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every way in which a request can fail. The code is stable; the title is for people. */
public enum ProblemType {
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "A parameter is unknown, given twice, blank, too long, or not of the form that it must have.",
            "Read the detail, which names the parameter; /openapi describes them all."),
    INVALID_CURSOR(
            400,
            "The cursor is not valid here",
            "A cursor is good only for the list and the filters that it was made with.",
            "Repeat the request that gave the cursor with the same filters, or begin again without a cursor."),
    UNAUTHORIZED(
            401,
            "A valid bearer token is needed",
            "No token was sent, or it is forged, expired or meant for another service.",
            "Get a token for the audience averment-api and send it as Authorization: Bearer."),
    FORBIDDEN(
            403,
            "The token's roles do not allow this",
            "The token is good, but it lacks the role that this operation asks for.",
            "Have the role given to you by whoever keeps the realm, and get a new token."),
    TENANT_MISSING(
            403,
            "The token names no tenant",
            "Everything here belongs to a tenant, and the token has no claim that names one.",
            "Have the claim tenant added to your tokens by whoever keeps the realm."),
    NOT_OWNER(
            403,
            "Only its owner may do this",
            "Another user of your tenant saved it; you may read it, but neither change nor delete it.",
            "Save one of your own, or ask its owner or an operator."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "There is no such path, or your tenant has nothing of this id.",
            "Look the id up in the list that it came from; / names the lists."),
    NOT_SETTLED(
            409,
            "The record is not settled as of that instant yet",
            "Changes that may still fall before the instant are being written, or it is in the future.",
            "Ask again in a moment, or for an earlier instant."),
    NAME_TAKEN(
            409,
            "You have a saved query of this name already",
            "Each of your saved queries has a name of its own.",
            "Choose another name, or replace the query that has it: /v1/queries?own=true lists yours."),
    TOO_MANY_QUERIES(
            409,
            "No further query can be saved",
            "You, or your tenant, have as many saved queries as there may be; the detail says which and how many.",
            "Delete some that nobody needs: /v1/queries lists them."),
    TYPES_DIFFER(
            409,
            "Things of these types cannot be one",
            "A person cannot be the same as a body, a place, a facility or a group.",
            "Look at both entities; where the type of one is wrong, the analysis has to be mended, not the link."),
    METHOD_NOT_ALLOWED(
            405,
            "The method is not allowed here",
            "The path exists, but not with this method.",
            "Use one of the methods that the header Allow or /openapi names."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted media types can be given",
            "The header Accept names no media type in which this can be answered.",
            "Accept one of the types that /openapi names for the operation, or leave the header out."),
    WITHDRAWN(
            410,
            "The article was withdrawn",
            "An operator withdrew the article: its text and what was found in it are gone, from the past as well.",
            "The detail says when and why; there is nothing to ask for again."),
    PRECONDITION_FAILED(
            412,
            "It was changed meanwhile",
            "The header If-Match names another version than the current one.",
            "Read it again, decide anew, and send the tag of the answer's header ETag as If-Match."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "The body has more bytes than are read.",
            "Send less; the detail says how much may be sent."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "The request's line, with the path and all query parameters, has more bytes than are read.",
            "Ask with fewer or shorter parameters; the detail says how long the line may be."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type of the body is not read here",
            "The header Content-Type names a form of body that is not read here.",
            "Send the body in a form that /openapi names for the operation."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key belongs to another request",
            "You used this Idempotency-Key for a request with another method, path or body.",
            "Give each request a key of its own, such as a random UUID, and repeat it unchanged."),
    PRECONDITION_REQUIRED(
            428,
            "It is not said which version is meant",
            "What others may change meanwhile is replaced only with the header If-Match.",
            "Read it, and send the tag of the answer's header ETag as If-Match."),
    RATE_LIMITED(
            429,
            "Too many requests in too short a time",
            "As many requests as this user of this application may make in a window of time were made.",
            "Wait for as many seconds as the header Retry-After says; the header RateLimit tells what is left before it is"
                    + " too late."),
    INTERNAL(
            500,
            "Something went wrong on our side",
            "The request was in order; the service failed. Whoever operates it finds the cause in its log.",
            "Try again later; if it lasts, tell the operator the path and the time."),
    UNAVAILABLE(
            503,
            "A part that is needed is away; try again later",
            "The database or the authorization server cannot be reached at the moment. Nothing was lost.",
            "Repeat the request after as many seconds as the header Retry-After says.");

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

    /** As in {@code invalid-request}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page of this type, as a reference that the address of the request resolves. */
    public URI uri() {
        return URI.create("/problems/" + code());
    }

    /** The type of this code. */
    static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** The type that stands for an HTTP status, the nearest one when none has it. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return Family.familyOf(status) == Family.CLIENT_ERROR ? INVALID_REQUEST : INTERNAL;
    }
}
