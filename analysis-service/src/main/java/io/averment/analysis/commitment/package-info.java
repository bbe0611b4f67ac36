/** Undertakings: who is to do what by when, how firmly, and what became of it. Plain Java. */
@NullMarked
package io.averment.analysis.commitment;

import org.jspecify.annotations.NullMarked;
