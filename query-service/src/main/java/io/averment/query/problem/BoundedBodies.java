package io.averment.query.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a body whose length was not announced once it has more bytes than are read; of others {@link RequestGate} knows before. */
@Provider
public class BoundedBodies implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("Transfer-Encoding") != null) {
            request.setEntityStream(new Bounded(request.getEntityStream()));
        }
    }

    /** Not thread-safe. */
    private static final class Bounded extends FilterInputStream {
        private int read;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > RequestGate.LARGEST_BODY) {
                throw new ProblemException(ProblemType.BODY_TOO_LARGE, RequestGate.tooLarge());
            }
        }
    }
}
