/** {@code ./averment bench record}: a generated record, clients that read it while reports arrive, and how long they wait. */
@NullMarked
package io.averment.stack.bench;

import org.jspecify.annotations.NullMarked;
