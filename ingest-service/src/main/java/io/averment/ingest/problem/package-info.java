/** Errors as clients see them: RFC 9457 problems from one catalogue. */
@NullMarked
package io.averment.ingest.problem;

import org.jspecify.annotations.NullMarked;
