/** What stands at the root: what this service is, and where to go from here. */
@NullMarked
package io.averment.analysis.index;

import org.jspecify.annotations.NullMarked;
