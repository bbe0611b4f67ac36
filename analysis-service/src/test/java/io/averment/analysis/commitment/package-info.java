@NullMarked
package io.averment.analysis.commitment;

import org.jspecify.annotations.NullMarked;
