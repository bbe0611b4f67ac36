/** The entities of the record over HTTP: lists by filter and cursor, and single ones. */
@NullMarked
package io.averment.query.entity;

import org.jspecify.annotations.NullMarked;
