@NullMarked
package io.averment.analysis.knowledge;

import org.jspecify.annotations.NullMarked;
