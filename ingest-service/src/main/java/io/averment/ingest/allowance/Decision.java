package io.averment.ingest.allowance;

import java.time.Duration;

/**
 * Whether a request may be made.
 *
 * @param limit requests of a window
 * @param remaining requests that the client has left, as far as this replica knows: others may have used some since
 * @param untilReset how long the window lasts yet
 */
record Decision(boolean isAllowed, int limit, int remaining, Duration untilReset) {

    /** In whole seconds, the last one begun counted, so that who waits for so long is not too early. */
    long secondsUntilReset() {
        return untilReset.plusMillis(999).toSeconds();
    }
}
