/** Taking reports in, one by one or as a stream, and showing what was taken in. */
@NullMarked
package io.averment.ingest.ingestion;

import org.jspecify.annotations.NullMarked;
