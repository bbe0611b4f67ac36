/** Telling clients in time that an operation will go. */
@NullMarked
package io.averment.query.sunset;

import org.jspecify.annotations.NullMarked;
