/** The forms in which answers are given: JSON, NDJSON, CSV and Atom, whole or only some fields. */
@NullMarked
package io.averment.query.representation;

import org.jspecify.annotations.NullMarked;
