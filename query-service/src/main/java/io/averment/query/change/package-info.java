/** What changed in the record between two instants, and why. */
@NullMarked
package io.averment.query.change;

import org.jspecify.annotations.NullMarked;
