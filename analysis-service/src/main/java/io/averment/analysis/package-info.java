/** The service's entry point; the features are in the packages below. */
@NullMarked
package io.averment.analysis;

import org.jspecify.annotations.NullMarked;
