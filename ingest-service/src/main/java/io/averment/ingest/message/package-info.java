/** What this service publishes; the contract stands in {@code src/main/contracts}. */
@NullMarked
package io.averment.ingest.message;

import org.jspecify.annotations.NullMarked;
