/** What a production start-up refuses. */
@NullMarked
package io.averment.analysis.production;

import org.jspecify.annotations.NullMarked;
