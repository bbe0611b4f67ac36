/** A real PostgreSQL server from its packaged binaries, with the product's databases and roles. */
@NullMarked
package io.averment.stack.postgres;

import org.jspecify.annotations.NullMarked;
