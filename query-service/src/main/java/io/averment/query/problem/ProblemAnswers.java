package io.averment.query.problem;

import io.averment.query.storage.DatabaseFault;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
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

    /** Whether a token is missing or refused is told, and not why: that would help whoever tries tokens. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, UriInfo request) {
        if (isFromAuthorizationServer(failure)) {
            return unavailable(request);
        }
        String detail = failure instanceof UnauthorizedException
                ? "There is no bearer token in the header Authorization."
                : "The token is not valid here, or no longer.";
        return answer(ProblemType.UNAUTHORIZED, detail, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        RolesAllowed roles = method == null ? null : method.getAnnotation(RolesAllowed.class);
        String detail = roles == null
                ? null
                : "The token lacks the role " + String.join(" or ", roles.value()) + ", which this needs.";
        return answer(ProblemType.FORBIDDEN, detail, request).build();
    }

    @ServerExceptionMapper
    Response rejected(WebApplicationException failure, UriInfo request, Request asked) {
        if (failure.getCause() instanceof ProblemException known) {
            // The body was too large while it was read.
            return problem(known, request);
        }
        ProblemType type = ProblemType.ofStatus(failure.getResponse().getStatus());
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            String allowed = RequestedPath.current().allowed();
            return answer(type, "The methods here are " + allowed + ".", request)
                    .header(HttpHeaders.ALLOW, allowed)
                    .build();
        }
        return answer(type, type == ProblemType.NOT_ACCEPTABLE ? forms(asked.getMethod()) : null, request)
                .build();
    }

    private static @Nullable String forms(String method) {
        List<String> forms = RequestedPath.current().forms(method);
        return forms.isEmpty() ? null : "This is given as " + String.join(", ", forms) + ".";
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
