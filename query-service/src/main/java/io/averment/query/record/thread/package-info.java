/**
 * What of several articles belongs together: the same words of the same speaker, and the same undertaking of the same actor. Everything
 * here follows from the facts compared, never from the order in which they came. Plain Java, no framework.
 */
@NullMarked
package io.averment.query.record.thread;

import org.jspecify.annotations.NullMarked;
