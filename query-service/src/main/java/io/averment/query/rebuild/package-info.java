/** Makes the record again from its log while the old one serves, and takes its place. */
@NullMarked
package io.averment.query.rebuild;

import org.jspecify.annotations.NullMarked;
