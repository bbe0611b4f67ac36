package io.averment.query.problem;

import io.averment.query.storage.DatabaseFault;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure into a problem. Exception texts and class names stay inside. */
public class ProblemAnswers {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ServerExceptionMapper
    Response problem(ProblemException failure, UriInfo request) {
        return answer(failure.type(), failure.detail(), request).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, UriInfo request) {
        if (isFromAuthorizationServer(failure)) {
            return unavailable(request);
        }
        return answer(ProblemType.UNAUTHORIZED, null, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo request) {
        return answer(ProblemType.FORBIDDEN, null, request).build();
    }

    @ServerExceptionMapper
    Response rejected(WebApplicationException failure, UriInfo request) {
        Response rejection = failure.getResponse();
        Response.ResponseBuilder answer = answer(ProblemType.ofStatus(rejection.getStatus()), null, request);
        String allow = rejection.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo request) {
        DatabaseFault fault = DatabaseFault.of(failure);
        if (fault == DatabaseFault.FORBIDDEN) {
            LOG.errorf(failure, DatabaseFault.WHAT_TO_CHECK);
            return unavailable(request);
        }
        if (fault == DatabaseFault.OUTAGE || isFromAuthorizationServer(failure)) {
            LOG.warnf(failure, "A part that requests need is away.");
            return unavailable(request);
        }
        LOG.errorf(failure, "A request failed unexpectedly.");
        return answer(ProblemType.INTERNAL, null, request).build();
    }

    private static Response unavailable(UriInfo request) {
        return answer(ProblemType.UNAVAILABLE, null, request)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static boolean isFromAuthorizationServer(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof OIDCException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Response.ResponseBuilder answer(ProblemType type, @Nullable String detail, UriInfo request) {
        return Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(type, detail, request.getRequestUri().getRawPath()));
    }
}
