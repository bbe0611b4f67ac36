package io.averment.ingest.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * The methods that there are at the path of the current request. The framework knows them and does not say it when it refuses one. Costs some
 * microseconds, so it is for refusals.
 */
final class AllowedMethods {
    private AllowedMethods() {}

    /** As the header Allow lists them (RFC 9110), of the request that is being answered. */
    static String current() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RequestMapper<InitialMatch> roots =
                new RequestMapper<>(new ArrayList<>(request.getDeployment().getClassMappers()));
        String path = request.getPathWithoutPrefix();
        TreeSet<String> methods = new TreeSet<>();
        RequestMatch<InitialMatch> root = roots.map(path);
        while (root != null) {
            for (ServerRestHandler handler : root.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    add(routing, root.remaining.isEmpty() ? "/" : root.remaining, methods);
                }
            }
            root = roots.continueMatching(path, root);
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    private static void add(ClassRoutingHandler routing, String rest, Set<String> methods) {
        routing.getMappers().forEach((method, mapper) -> {
            if (method != null && mapper.map(rest) != null) {
                methods.add(method);
            }
        });
    }
}
