package io.averment.query.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Answers to reads. The strong entity tag is the hash of the very bytes, so that a client that polls gets a 304 exactly as
 * long as nothing changed.
 */
@ApplicationScoped
public class Answers {
    private static final int TAG_BYTES = 16;

    private final ObjectMapper mapper;

    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** 200 with the body as JSON, or 304 when the client has it already; the caller adds what else belongs to it. */
    public Response.ResponseBuilder answer(Request request, Object body) {
        byte[] bytes = write(body);
        EntityTag tag = new EntityTag(hash(bytes));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(bytes).type(MediaType.APPLICATION_JSON_TYPE).tag(tag);
        CacheControl revalidate = new CacheControl();
        revalidate.setPrivate(true);
        revalidate.setNoCache(true);
        revalidate.setNoTransform(false); // JAX-RS says no-transform unless told otherwise
        return answer.cacheControl(revalidate).header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }

    /** The answer with a page of a list; the page after it stands in a Link header too (RFC 8288). */
    public Response page(Request request, ListRequest list, Object page, @Nullable String next) {
        Response.ResponseBuilder answer = answer(request, page);
        return (next == null ? answer : answer.header(HttpHeaders.LINK, '<' + list.next(next) + ">; rel=\"next\""))
                .build();
    }

    private byte[] write(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer cannot be written as JSON", impossible);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
