@NullMarked
package io.averment.analysis.pipeline;

import org.jspecify.annotations.NullMarked;
