package io.averment.analysis.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whether the service stops. Thread-safe. A singleton, since a bean of any other scope cannot be called any more once the container has stopped. */
@Singleton
class Stopping {
    private volatile boolean begun;

    void begin(@Observes ShutdownEvent event) {
        begun = true;
    }

    /** From then on a failure says nothing about a message. */
    boolean hasBegun() {
        return begun;
    }
}
