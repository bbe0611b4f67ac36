@NullMarked
package io.averment.analysis.syntax;

import org.jspecify.annotations.NullMarked;
