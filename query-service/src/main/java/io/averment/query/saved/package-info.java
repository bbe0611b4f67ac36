/** Queries of lists that clients save under a name: whoever reads for the tenant sees them and what they find, in every form of a list. */
@NullMarked
package io.averment.query.saved;

import org.jspecify.annotations.NullMarked;
