/** What is kept for a while only, and deleted when it has expired. */
@NullMarked
package io.averment.query.expiry;

import org.jspecify.annotations.NullMarked;
