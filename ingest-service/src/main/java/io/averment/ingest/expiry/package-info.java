/** What is kept for a while only, and deleted when it has expired. */
@NullMarked
package io.averment.ingest.expiry;

import org.jspecify.annotations.NullMarked;
