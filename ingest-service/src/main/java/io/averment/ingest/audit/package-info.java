/** Who asked what, when, and what came of it. */
@NullMarked
package io.averment.ingest.audit;

import org.jspecify.annotations.NullMarked;
