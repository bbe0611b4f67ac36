/** What a client is told when a request fails (RFC 9457). */
@NullMarked
package io.averment.query.problem;

import org.jspecify.annotations.NullMarked;
