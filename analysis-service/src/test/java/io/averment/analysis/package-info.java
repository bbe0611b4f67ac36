@NullMarked
package io.averment.analysis;

import org.jspecify.annotations.NullMarked;
