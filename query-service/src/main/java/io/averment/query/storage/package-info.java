/** The tables of the record as entities, and transactions that see one tenant only. */
@NullMarked
package io.averment.query.storage;

import org.jspecify.annotations.NullMarked;
