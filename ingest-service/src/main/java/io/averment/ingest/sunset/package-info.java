/** Telling clients in time that an operation will go. */
@NullMarked
package io.averment.ingest.sunset;

import org.jspecify.annotations.NullMarked;
