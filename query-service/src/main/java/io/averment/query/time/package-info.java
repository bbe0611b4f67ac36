/** The time expressions of the record over HTTP: lists by filter and cursor, and single ones. */
@NullMarked
package io.averment.query.time;

import org.jspecify.annotations.NullMarked;
