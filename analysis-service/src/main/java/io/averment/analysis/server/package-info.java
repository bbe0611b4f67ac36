/** Gives the server its pipeline, writer and clock. */
@NullMarked
package io.averment.analysis.server;

import org.jspecify.annotations.NullMarked;
