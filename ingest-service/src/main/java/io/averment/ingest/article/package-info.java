/** What a report is: who published it, what makes it the same report, what its text looks like once cleaned. Plain Java only. */
@NullMarked
package io.averment.ingest.article;

import org.jspecify.annotations.NullMarked;
