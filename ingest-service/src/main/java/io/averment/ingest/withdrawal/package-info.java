/** Takes an article back: its text is erased, and that this was done is kept and published. */
@NullMarked
package io.averment.ingest.withdrawal;

import org.jspecify.annotations.NullMarked;
