/** Writing requests that a client may repeat under a key of its own: the first is carried out, the others get its answer. */
@NullMarked
package io.averment.query.idempotency;

import org.jspecify.annotations.NullMarked;
