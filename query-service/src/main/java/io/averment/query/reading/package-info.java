/** What the resources of all facts share: parameters, pages and their cursors, reads as of an instant, answers. */
@NullMarked
package io.averment.query.reading;

import org.jspecify.annotations.NullMarked;
