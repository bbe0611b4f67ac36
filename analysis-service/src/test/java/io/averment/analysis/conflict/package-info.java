@NullMarked
package io.averment.analysis.conflict;

import org.jspecify.annotations.NullMarked;
