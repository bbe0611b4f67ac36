/** A real Kafka broker, and the topics that the product declares. */
@NullMarked
package io.averment.stack.kafka;

import org.jspecify.annotations.NullMarked;
