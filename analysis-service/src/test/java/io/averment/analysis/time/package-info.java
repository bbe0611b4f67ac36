@NullMarked
package io.averment.analysis.time;

import org.jspecify.annotations.NullMarked;
