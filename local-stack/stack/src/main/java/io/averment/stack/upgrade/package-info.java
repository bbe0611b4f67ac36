/** The command {@code upgrade}: the services moved from one version to another and back, while reports go on. */
@NullMarked
package io.averment.stack.upgrade;

import org.jspecify.annotations.NullMarked;
