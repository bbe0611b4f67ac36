/** How many requests a client may make in a while, counted over all replicas. */
@NullMarked
package io.averment.ingest.allowance;

import org.jspecify.annotations.NullMarked;
