/** Which reports are copies of earlier ones: their origins. */
@NullMarked
package io.averment.ingest.copy;

import org.jspecify.annotations.NullMarked;
