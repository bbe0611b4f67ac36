/** The HTTP interface: lists by filter and cursor, and single articles. */
@NullMarked
package io.averment.query.reading;

import org.jspecify.annotations.NullMarked;
