package io.averment.query.representation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * What is small is not compressed, for it would hardly become smaller. And a cache is told that an answer depends on what the
 * client can unpack. The tags of answers are weak, so they stay right whether compressed or not.
 */
@Provider
public class SmallAnswers implements ContainerResponseFilter {
    /** Answers with fewer bytes are sent as they are. */
    static final int SMALLEST_COMPRESSED = 1024;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof byte[] bytes && bytes.length < SMALLEST_COMPRESSED) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "identity");
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
}
