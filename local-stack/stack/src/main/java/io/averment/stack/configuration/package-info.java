/** The reference of what a person may set, made from the services' code: {@code ./averment configuration}. */
@NullMarked
package io.averment.stack.configuration;

import org.jspecify.annotations.NullMarked;
