/** What tests use to reach the real servers, and the messages that they send. */
@NullMarked
package io.averment.query.server;

import org.jspecify.annotations.NullMarked;
