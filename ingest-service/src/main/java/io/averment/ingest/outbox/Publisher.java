package io.averment.ingest.outbox;

import java.util.List;

/** Brings messages to the broker. */
interface Publisher {
    /**
     * Sends them, the first one alone and the others only when that arrived, and waits within a bounded time for what
     * becomes of each.
     *
     * @param batch at most one message of each article
     * @return those that the broker has for certain; a message that is missing here may have arrived all the same
     */
    List<OutboxRow> publish(List<OutboxRow> batch);
}
