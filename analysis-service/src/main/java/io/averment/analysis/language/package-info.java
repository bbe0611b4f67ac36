/** Which language a text is in. Plain Java. */
@NullMarked
package io.averment.analysis.language;

import org.jspecify.annotations.NullMarked;
