/** The operator's command that has articles analysed anew. */
@NullMarked
package io.averment.ingest.reanalysis;

import org.jspecify.annotations.NullMarked;
