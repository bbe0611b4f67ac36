/** From the messages of analysis-service to the record: reading, ordering, applying, and burying what cannot be applied. */
@NullMarked
package io.averment.query.projection;

import org.jspecify.annotations.NullMarked;
