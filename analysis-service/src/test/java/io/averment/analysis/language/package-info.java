@NullMarked
package io.averment.analysis.language;

import org.jspecify.annotations.NullMarked;
