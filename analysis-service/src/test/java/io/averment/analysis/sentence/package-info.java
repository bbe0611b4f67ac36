@NullMarked
package io.averment.analysis.sentence;

import org.jspecify.annotations.NullMarked;
