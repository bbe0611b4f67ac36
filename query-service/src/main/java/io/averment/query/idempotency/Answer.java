package io.averment.query.idempotency;

import java.util.Optional;

/**
 * What a writing request is answered with. The body is not copied.
 *
 * @param tag of what the body shows, by which it may be changed again; empty when it is gone
 * @param isRepeated whether it is the answer of an earlier request of the same key
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through; never compared.
public record Answer(int status, Optional<String> location, Optional<String> tag, byte[] body, boolean isRepeated) {
    /** Tells with the value {@code true} that nothing was done again. */
    public static final String REPEATED_HEADER = "Idempotency-Replayed";

    public static Answer of(int status, Optional<String> location, Optional<String> tag, byte[] body) {
        return new Answer(status, location, tag, body, false);
    }
}
