/** Facts of one report that cannot all hold. Plain Java. */
@NullMarked
package io.averment.analysis.conflict;

import org.jspecify.annotations.NullMarked;
