/** What an operator does at a terminal, in a process of its own beside the service. */
@NullMarked
package io.averment.query.command;

import org.jspecify.annotations.NullMarked;
