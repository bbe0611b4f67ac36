package io.averment.query.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * What there is at the path of the current request, by method. The framework knows it and does not say it when it refuses a method or a form. Costs
 * some microseconds, so it is for refusals.
 */
record RequestedPath(Map<String, RuntimeResource> operations) {

    RequestedPath {
        operations = Map.copyOf(operations);
    }

    /** That of the request that is being answered. */
    static RequestedPath current() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RequestMapper<InitialMatch> roots =
                new RequestMapper<>(new ArrayList<>(request.getDeployment().getClassMappers()));
        String path = request.getPathWithoutPrefix();
        Map<String, RuntimeResource> operations = new TreeMap<>();
        RequestMatch<InitialMatch> root = roots.map(path);
        while (root != null) {
            for (ServerRestHandler handler : root.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    add(routing, root.remaining.isEmpty() ? "/" : root.remaining, operations);
                }
            }
            root = roots.continueMatching(path, root);
        }
        return new RequestedPath(operations);
    }

    private static void add(ClassRoutingHandler routing, String rest, Map<String, RuntimeResource> operations) {
        routing.getMappers().forEach((method, mapper) -> {
            RequestMatch<RuntimeResource> match = method == null ? null : mapper.map(rest);
            if (match != null) {
                operations.putIfAbsent(method, match.value);
            }
        });
    }

    /** The methods that it has, as the header Allow lists them. */
    String allowed() {
        TreeSet<String> methods = new TreeSet<>(operations.keySet());
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    /** The forms of what the method answers, without those of its problems. */
    List<String> forms(String method) {
        RuntimeResource operation = operations.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
        if (operation == null || operation.getProduces() == null) {
            return List.of();
        }
        List<String> forms = new ArrayList<>();
        for (MediaType form : operation.getProduces().getSortedOriginalMediaTypes()) {
            String name = form.getType() + '/' + form.getSubtype();
            if (!name.equals(Problem.MEDIA_TYPE)) {
                forms.add(name);
            }
        }
        return forms;
    }
}
