/** The servers that dev mode and tests share: one set a checkout, ended with its last user. */
@NullMarked
package io.averment.stack.teststack;

import org.jspecify.annotations.NullMarked;
