/** Messages that are committed together with what they tell of, and the relay that brings them to the broker. */
@NullMarked
package io.averment.ingest.outbox;

import org.jspecify.annotations.NullMarked;
