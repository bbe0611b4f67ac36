/** Statements, their speakers and the way they reached the reader. Plain Java. */
@NullMarked
package io.averment.analysis.statement;

import org.jspecify.annotations.NullMarked;
