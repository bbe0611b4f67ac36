/** The analysis over Kafka: article messages in, analysis messages out. */
@NullMarked
package io.averment.analysis.messaging;

import org.jspecify.annotations.NullMarked;
