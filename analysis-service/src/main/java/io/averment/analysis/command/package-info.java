/** The analysis as a command, with no server at all. */
@NullMarked
package io.averment.analysis.command;

import org.jspecify.annotations.NullMarked;
