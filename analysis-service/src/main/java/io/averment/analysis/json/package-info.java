/** The one writer of the analysis as JSON. */
@NullMarked
package io.averment.analysis.json;

import org.jspecify.annotations.NullMarked;
