/** What stands at the root: what this service is, and where to go from here. */
@NullMarked
package io.averment.ingest.index;

import org.jspecify.annotations.NullMarked;
