/** Stories: which reports tell of the same development. */
@NullMarked
package io.averment.query.record.story;

import org.jspecify.annotations.NullMarked;
