/** Word lists and rules as data files, with loaders that refuse a bad line. Plain Java. */
@NullMarked
package io.averment.analysis.knowledge;

import org.jspecify.annotations.NullMarked;
