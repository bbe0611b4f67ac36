/** Stories: lists, single ones with their reports, and their timelines. */
@NullMarked
package io.averment.query.story;

import org.jspecify.annotations.NullMarked;
