@NullMarked
package io.averment.analysis.name;

import org.jspecify.annotations.NullMarked;
