package io.averment.analysis.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.json.AnalysisWriter;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers every failure as {@code application/problem+json}; no exception's text or class reaches a client. */
@Singleton
class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "1";
    private static final int LONGEST_CHAIN = 20;

    private final AnalysisWriter writer;

    Problems(AnalysisWriter writer) {
        this.writer = writer;
    }

    @ServerExceptionMapper
    Response problem(ProblemException exception, UriInfo uri) {
        return answer(exception.type(), exception.detail(), uri);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException exception, UriInfo uri) {
        if (isFromIdentityProvider(exception)) {
            return identityProviderAway(uri);
        }
        return answer(ProblemType.UNAUTHORIZED, "Send a bearer token of the audience averment-api.", uri);
    }

    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException exception, UriInfo uri) {
        if (isFromIdentityProvider(exception)) {
            return identityProviderAway(uri);
        }
        return answer(ProblemType.UNAUTHORIZED, "The token is not valid, or no longer.", uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, UriInfo uri) {
        return answer(ProblemType.FORBIDDEN, "The token holds none of the roles that this needs.", uri);
    }

    @ServerExceptionMapper
    Response identityProviderAway(OIDCException exception, UriInfo uri) {
        return identityProviderAway(uri);
    }

    private Response identityProviderAway(UriInfo uri) {
        return answer(ProblemType.UNAVAILABLE, "Tokens cannot be verified at the moment.", uri);
    }

    /** Whether a token was refused only because nobody could be asked about it. */
    private static boolean isFromIdentityProvider(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            if (cause instanceof OIDCException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException exception, UriInfo uri) {
        ProblemType type = ProblemType.ofStatus(exception.getResponse().getStatus());
        if (type == ProblemType.INTERNAL) {
            log(exception);
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            String allowed = AllowedMethods.current();
            return Response.fromResponse(answer(type, "The methods here are " + allowed + ".", uri))
                    .header(HttpHeaders.ALLOW, allowed)
                    .build();
        }
        return answer(type, type.title() + ".", uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, UriInfo uri) {
        log(exception);
        return answer(ProblemType.INTERNAL, "The request was not processed.", uri);
    }

    /** The class and place, not the message: that may hold text of a report. */
    private static void log(Throwable exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        LOG.errorf(
                "A request failed: failure=%s at=%s",
                exception.getClass().getName(), trace.length == 0 ? "unknown" : trace[0]);
    }

    private Response answer(ProblemType type, String detail, UriInfo uri) {
        Response.ResponseBuilder response = Response.status(type.status())
                .type(MEDIA_TYPE)
                .entity(body(type, detail, uri.getRequestUri().getRawPath()));
        if (type == ProblemType.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type == ProblemType.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }

    /** @param path of the request; null where it cannot be told */
    byte[] body(ProblemType type, String detail, @Nullable String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = writer.generator(bytes)) {
            out.writeStartObject();
            out.writeStringField("type", type.uri());
            out.writeStringField("title", type.title());
            out.writeNumberField("status", type.status());
            out.writeStringField("detail", detail);
            if (path != null) {
                out.writeStringField("instance", path);
            }
            out.writeStringField("code", type.code());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
