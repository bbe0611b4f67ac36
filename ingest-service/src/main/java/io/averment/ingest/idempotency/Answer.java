package io.averment.ingest.idempotency;

import java.util.Optional;

/**
 * What a request is answered with, as far as it is kept. The body is not copied.
 *
 * @param isFinal whether the same answer would be right again; one that asks to send the rest again is not
 * @param isRepeated whether it is the answer of an earlier request
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through; never compared.
public record Answer(int status, Optional<String> location, byte[] body, boolean isFinal, boolean isRepeated) {
    public static final String REPEATED_HEADER = "Idempotency-Replayed";

    public static Answer of(int status, Optional<String> location, byte[] body) {
        return new Answer(status, location, body, true, false);
    }
}
