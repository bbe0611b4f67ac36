package io.averment.ingest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Refuses with a problem, before anything is routed, what the framework would refuse without a word: a request line that is too long.
 * Thread-safe.
 */
@ApplicationScoped
class RequestGate {
    /** In bytes: method, address and version. */
    static final int LONGEST_LINE = 16_384;

    /** Before all routes that may answer. */
    private static final int ORDER = -1_000;

    /** What a request line has beside method and address: two blanks and the version. */
    private static final int REST_OF_LINE = " ".length() + " HTTP/1.1".length();

    private final ObjectMapper mapper;

    RequestGate(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void stand(@Observes Router router) {
        router.route().order(ORDER).handler(this::admit);
    }

    private void admit(RoutingContext routed) {
        HttpServerRequest request = routed.request();
        if (request.method().name().length() + request.uri().length() + REST_OF_LINE > LONGEST_LINE) {
            refuse(request, ProblemType.ADDRESS_TOO_LONG, "A request's line has at most " + LONGEST_LINE + " bytes.");
        } else {
            routed.next();
        }
    }

    private void refuse(HttpServerRequest request, ProblemType type, String detail) {
        HttpServerResponse answer = request.response();
        answer.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                // What follows of the request is not read.
                .putHeader("Connection", "close");
        answer.end(write(Problem.of(type, detail, instance(request))))
                .onComplete(sent -> request.connection().close());
    }

    /** The path, where it is short. */
    private static @Nullable String instance(HttpServerRequest request) {
        String path = request.path();
        return path == null || path.length() > LONGEST_LINE ? null : path;
    }

    private String write(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem cannot be written as JSON", impossible);
        }
    }
}
