package io.averment.query.problem;

import jakarta.ws.rs.core.Response.Status.Family;
import java.net.URI;
import java.util.Locale;

/** Every way in which a request can fail. The code is stable; the title is for people. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    INVALID_CURSOR(400, "The cursor is not valid here"),
    UNAUTHORIZED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "The token's roles do not allow this"),
    TENANT_MISSING(403, "The token names no tenant"),
    NOT_FOUND(404, "There is nothing here"),
    NOT_SETTLED(409, "The record is not settled as of that instant yet"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not read here"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "A part that is needed is away; try again later");

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

    /** As in {@code invalid-request}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create("https://averment.io/problems/" + code());
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
