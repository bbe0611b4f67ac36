/** What one entity said and undertook, over all articles and over HTTP. */
@NullMarked
package io.averment.query.speaker;

import org.jspecify.annotations.NullMarked;
