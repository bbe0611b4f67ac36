/** What operators see: health, metrics, tracing, and the refusal to start unsafely. */
@NullMarked
package io.averment.ingest.operation;

import org.jspecify.annotations.NullMarked;
