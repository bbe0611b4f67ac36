@NullMarked
package io.averment.analysis.coreference;

import org.jspecify.annotations.NullMarked;
