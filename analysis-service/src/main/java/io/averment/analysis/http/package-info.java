/** The analysis over HTTP; nothing is stored. */
@NullMarked
package io.averment.analysis.http;

import org.jspecify.annotations.NullMarked;
