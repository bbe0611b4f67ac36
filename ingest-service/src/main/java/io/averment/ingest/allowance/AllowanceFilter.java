package io.averment.ingest.allowance;

import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.averment.ingest.security.CallerTenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Counts the requests of those who have shown a token, and turns away who makes too many. What anyone may read is not counted.
 * The answers tell how it stands, in the fields RateLimit-Policy and RateLimit of the IETF's draft on rate limit headers.
 */
public class AllowanceFilter {
    private static final String DECISION = AllowanceFilter.class.getName();

    private final Allowances allowances;
    private final CallerTenant tenant;
    private final JsonWebToken token;

    AllowanceFilter(Allowances allowances, CallerTenant tenant, JsonWebToken token) {
        this.allowances = allowances;
        this.tenant = tenant;
        this.token = token;
    }

    /** After the token was checked, before anything is done for it. */
    @ServerRequestFilter
    public void count(ContainerRequestContext request, RoutingContext routing) {
        if (routing.user() == null) {
            return;
        }
        String application = Objects.toString(token.getClaim(Claims.azp.name()), "");
        Client client = Client.of(tenant.require(), application, Objects.toString(token.getSubject(), ""));
        Decision decision = allowances.decide(client);
        request.setProperty(DECISION, decision);
        if (!decision.isAllowed()) {
            throw new ProblemException(
                    ProblemType.RATE_LIMITED,
                    "A client may make " + decision.limit() + " requests in "
                            + allowances.window().toSeconds() + " seconds.");
        }
    }

    /** Tells how it stands. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(DECISION) instanceof Decision decision) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle(
                    "RateLimit-Policy",
                    "\"default\";q=" + decision.limit() + ";w="
                            + allowances.window().toSeconds());
            headers.putSingle(
                    "RateLimit", "\"default\";r=" + decision.remaining() + ";t=" + decision.secondsUntilReset());
            if (!decision.isAllowed()) {
                headers.putSingle(HttpHeaders.RETRY_AFTER, decision.secondsUntilReset());
            }
        }
    }
}
