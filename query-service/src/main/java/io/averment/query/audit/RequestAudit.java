package io.averment.query.audit;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.record.Tenant;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Records every request of a tenant when it has been answered, whatever the answer. What names no tenant belongs to nobody's audit
 * log. Thread-safe; never blocks.
 */
class RequestAudit {
    private static final String PLACE = RequestAudit.class.getName() + ".place";
    private static final int UNAUTHORIZED = 401;

    private final AuditTrail trail;
    private final Clock clock;

    RequestAudit(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws ProblemException when as many entries wait as may */
    @ServerRequestFilter
    public void admit(RoutingContext request) {
        if (!trail.takePlace()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "Requests cannot be recorded at the moment.");
        }
        request.put(PLACE, true);
    }

    @ServerResponseFilter
    public void record(
            ContainerRequestContext asked,
            ContainerResponseContext answered,
            ResourceInfo resource,
            RoutingContext request) {
        boolean hasPlace = request.remove(PLACE) != null;
        Optional<AuditEntry> entry = answered.getStatus() == UNAUTHORIZED
                ? Optional.empty()
                : token(request).flatMap(token -> entry(token, asked, answered.getStatus(), resource, request));
        if (entry.isEmpty()) {
            if (hasPlace) {
                trail.givePlaceBack();
            }
        } else if (hasPlace || trail.takePlace()) {
            trail.record(entry.get());
        } else {
            trail.lose(1);
        }
    }

    private Optional<AuditEntry> entry(
            JsonWebToken token,
            ContainerRequestContext asked,
            int status,
            ResourceInfo resource,
            RoutingContext request) {
        if (!(token.getClaim("tenant") instanceof String tenant) || !Tenant.isName(tenant)) {
            return Optional.empty();
        }
        Method method = resource.getResourceMethod();
        return Optional.of(new AuditEntry(
                new Tenant(tenant),
                clock.instant(),
                orUnknown(token.getSubject()),
                orUnknown(token.getClaim("azp")),
                asked.getMethod(),
                operation(method),
                method == null ? asked.getUriInfo().getPath() : template(method),
                parameters(asked.getUriInfo(), request),
                items(status, request),
                status));
    }

    private static @Nullable Integer items(int status, RoutingContext request) {
        Integer counted = request.get(Answers.ITEMS);
        return status < 300 ? counted : Integer.valueOf(0);
    }

    private static String orUnknown(@Nullable Object claim) {
        return claim instanceof String name && !name.isBlank() ? name : "unknown";
    }

    private static Optional<JsonWebToken> token(RoutingContext request) {
        User user = request.user();
        return user instanceof QuarkusHttpUser known
                        && known.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    private static @Nullable String operation(@Nullable Method method) {
        Operation described = method == null ? null : method.getAnnotation(Operation.class);
        return described == null || described.operationId().isEmpty() ? null : described.operationId();
    }

    private static String template(Method method) {
        Path root = method.getDeclaringClass().getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        String path = root == null ? "" : root.value();
        return own == null ? path : path + (own.value().startsWith("/") ? "" : "/") + own.value();
    }

    private static Map<String, String> parameters(UriInfo uri, RoutingContext request) {
        TreeMap<String, String> all = new TreeMap<>();
        Map<String, String> further = request.get(Answers.PARAMETERS);
        if (further != null) {
            all.putAll(further);
        }
        uri.getQueryParameters().forEach((name, values) -> all.put(name, joined(values)));
        uri.getPathParameters().forEach((name, values) -> all.put(name, joined(values)));
        all.remove("cursor");
        return all;
    }

    private static String joined(List<String> values) {
        return String.join(",", values);
    }
}
