/** Archives for those who run a service without containers: {@code ./averment release}. */
@NullMarked
package io.averment.stack.release;

import org.jspecify.annotations.NullMarked;
