@NullMarked
package io.averment.analysis.training;

import org.jspecify.annotations.NullMarked;
