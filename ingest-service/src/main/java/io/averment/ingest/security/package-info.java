/** Whose request it is, and the row-level security that holds it to its own rows. */
@NullMarked
package io.averment.ingest.security;

import org.jspecify.annotations.NullMarked;
