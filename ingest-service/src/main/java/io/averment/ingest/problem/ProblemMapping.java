package io.averment.ingest.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request into a problem. What a client reads here was written for clients. */
public class ProblemMapping {
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String KEY_RETRY_AFTER_SECONDS = "1";

    @ServerExceptionMapper
    public Response map(ProblemException failure, UriInfo uri) {
        return response(failure.type(), failure.detail(), uri);
    }

    /** No token, on something that needs one. */
    @ServerExceptionMapper
    public Response map(UnauthorizedException failure, UriInfo uri) {
        return unauthorized(failure, "There is no bearer token in the header Authorization.", uri);
    }

    /** A token that is forged, expired, meant for somebody else or no token at all; which, would help whoever tries tokens. */
    @ServerExceptionMapper
    public Response map(AuthenticationFailedException failure, UriInfo uri) {
        return unauthorized(failure, "The token is not valid here, or no longer.", uri);
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException failure, UriInfo uri, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var roles = method == null ? null : method.getAnnotation(RolesAllowed.class);
        var detail = roles == null
                ? null
                : "The token lacks the role " + String.join(" or ", roles.value()) + ", which this needs.";
        return response(ProblemType.FORBIDDEN, detail, uri);
    }

    /** What the framework itself refuses: unknown paths, methods, media types. */
    @ServerExceptionMapper
    public Response map(WebApplicationException failure, UriInfo uri) {
        var type = ProblemType.ofStatus(failure.getResponse().getStatus());
        if (type != ProblemType.METHOD_NOT_ALLOWED) {
            return response(type, null, uri);
        }
        var allowed = AllowedMethods.current();
        return Response.fromResponse(response(type, "The methods here are " + allowed + ".", uri))
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    /** The client went away in the middle; nobody reads this answer. */
    @ServerExceptionMapper
    public Response map(IOException failure, UriInfo uri) {
        LOG.debugf(failure, "Connection lost");
        return response(ProblemType.INVALID_REQUEST, null, uri);
    }

    @ServerExceptionMapper
    public Response map(Throwable failure, UriInfo uri) {
        if (Unavailability.isBehind(failure)) {
            LOG.warnf(failure, "Request failed: the database cannot be used");
            return response(ProblemType.UNAVAILABLE, null, uri);
        }
        if (Unavailability.isOfIdentityProvider(failure)) {
            LOG.warnf(failure, "Request failed: the identity provider cannot be asked");
            return response(ProblemType.UNAVAILABLE, null, uri);
        }
        LOG.errorf(failure, "Request failed unexpectedly");
        return response(ProblemType.INTERNAL, null, uri);
    }

    /** A token that cannot be checked for want of the provider's keys may be a good one. */
    private static Response unauthorized(SecurityException failure, String detail, UriInfo uri) {
        if (Unavailability.isOfIdentityProvider(failure)) {
            LOG.warnf(failure, "Request failed: the identity provider cannot be asked");
            return response(ProblemType.UNAVAILABLE, null, uri);
        }
        return response(ProblemType.UNAUTHORIZED, detail, uri);
    }

    private static Response response(ProblemType type, @Nullable String detail, UriInfo uri) {
        var response = Response.status(type.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Problem.of(type, detail, uri.getRequestUri().getRawPath()));
        return switch (type) {
            case UNAUTHORIZED ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case UNAVAILABLE ->
                response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
            case IDEMPOTENCY_KEY_IN_USE ->
                response.header(HttpHeaders.RETRY_AFTER, KEY_RETRY_AFTER_SECONDS)
                        .build();
            // The rest of the body is not going to be read, so the connection cannot serve another request.
            case TOO_MANY_REQUESTS ->
                response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .header("Connection", "close")
                        .build();
            case BODY_TOO_LARGE, RATE_LIMITED ->
                response.header("Connection", "close").build();
            case INVALID_REQUEST,
                    INVALID_JSON,
                    INVALID_TEXT,
                    EMPTY_TEXT,
                    FORBIDDEN,
                    TENANT_MISSING,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    IDEMPOTENCY_KEY_REUSED,
                    NOT_ACCEPTABLE,
                    WITHDRAWN,
                    TEXT_TOO_LONG,
                    ADDRESS_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL -> response.build();
        };
    }
}
